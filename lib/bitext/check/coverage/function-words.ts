/** Words that say little by themselves: every translation drops and adds them. */
import { englishKey } from '../../align'

const ZH = new Set(
  `的 了 在 是 和 与 及 以及 等 也 都 就 而 而且 并 并且 但 但是 或 或者 被 把 将 对 对于 从 向 到 于 为 以 其 之 所 者 着 过 地 得 个 这 那 这个 那个 这些 那些
  此 该 各 每 某 有 没有 不 很 更 最 又 再 还 还有 只 中 上 下 里 内 外 间 后 前 时 年 月 日 位 名 次 种 项 家 条 件 起 人 我 你 他 她 它 我们 你们 他们 她们 它们 自己
  会 能 可 可以 可能 要 应 应该 应当 必须 需 需要 来 去 说 做 让 使 给 由 因 因为 所以 如 如果 则 虽然 然而 不过 由于 通过 根据 按照 关于 进行 之后 之前 以后 以前
  同时 当 当时 其中 一 一个 一些 一种 一定 成 出 起来 出来 下来 非常 十分 已 已经 曾 正 正在 仍 仍然 就是 不是 还是 也是 这样 那样 如此 什么 怎么 如何 为了 吗 呢 吧 啊 表示 称
  大 小 多 少 新 好 本 同 无 未 请 您 作 用 至 并不 不会 不能 方面 情况 之一 左右 即 像 跟 比 却 才 便 令 此外 另外 另 且 乃 仅`
    .trim()
    .split(/\s+/),
)

const EN = new Set(
  `the a an of to in on at by for with from as into onto upon over under about after before between among through during without within against toward towards
  and or but nor so yet if then than that this these those there here which who whom whose what when where why how while although though because since unless until whether
  be am is are was were been being have has had having do does did doing done will would shall should can could may might must ought need
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones oneself himself herself itself themselves myself ourselves
  not no any some all both each every either neither other others another such same own more most much many less least few several very too also just only even still already
  up down out off again further once ever never always often now then well back away together etc s t d ll re ve m mr ms mrs
  said say says make made take get got go going come put let use used using as-well per via amid yes however therefore thus hence moreover`
    .trim()
    .split(/\s+/)
    .map(englishKey),
)

export function isFunctionWord(token: string, side: 'zh' | 'en'): boolean {
  return (side === 'zh' ? ZH : EN).has(token)
}
