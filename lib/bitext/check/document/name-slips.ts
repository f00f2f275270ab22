/**
 * Personal names one slip away from a name the document has more often: "Chen Yiwei" in a caption, "Cen Yiwei" everywhere else.
 * Names of two or three words in pinyin only, as they stand in speaker lists, labels, credits and text. Two people may differ by a letter
 * (Wang Yan, Wang Yang), so the rare name must never stand beside the usual one in a list of names.
 */
import { peopleNamed } from '../../register/index-register'
import { isPinyin } from '../../text/pinyin'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import {
  type DocumentCheck,
  type DocumentFinding,
  type DocumentSettings,
  groupBy,
  type Mention,
  mentionsOf,
} from './variants'

const ID = 'name-slips'

export const nameSlips: DocumentCheck = {
  id: ID,
  says: 'A person is spelled in one way throughout the document.',
  run: report,
}

// The family names of nineteen in twenty Chinese people, in pinyin; the first word of a sentence ("Then Cen Yiwei") is none of them.
export const FAMILY =
  'Ai|An|Bai|Bao|Bi|Bian|Cai|Cao|Cen|Chai|Chang|Che|Chen|Cheng|Chi|Chu|Cui|Dai|Deng|Di|Ding|Dong|Dou|Du|Duan|Fan|Fang|Fei|Feng|Fu|Gan|Gao|Ge|Geng|Gong|Gu|Guan|Guo|Han|Hao|He|Hong|Hou|Hu|Hua|Huang|Huo|Ji|Jia|Jian|Jiang|Jiao|Jin|Jing|Kang|Ke|Kong|Kuang|Lai|Lan|Lang|Lei|Leng|Li|Lian|Liang|Liao|Lin|Ling|Liu|Long|Lou|Lu|Luo|Lv|Ma|Man|Mao|Mei|Meng|Mi|Miao|Min|Mo|Mu|Ni|Nie|Ning|Niu|Ou|Ouyang|Pan|Pang|Pei|Peng|Pi|Pu|Qi|Qian|Qiao|Qin|Qiu|Qu|Quan|Ran|Rao|Ren|Rong|Ruan|Sang|Sha|Shan|Shang|Shao|Shen|Sheng|Shi|Shu|Si|Sima|Song|Su|Sui|Sun|Tan|Tang|Tao|Teng|Tian|Tong|Tu|Wan|Wang|Wei|Wen|Weng|Wu|Xi|Xia|Xian|Xiang|Xiao|Xie|Xin|Xing|Xiong|Xu|Xuan|Xue|Yan|Yang|Yao|Ye|Yi|Yin|Ying|You|Yu|Yuan|Yue|Yun|Zang|Zeng|Zha|Zhai|Zhan|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zhuang|Zhuge|Zong|Zou|Zu|Zuo'
const NAME = new RegExp(`(?<![A-Za-z’'-])(?:${FAMILY}) [A-Z][a-z]{1,5}(?:['’-]?[a-z]{1,6})?(?![A-Za-z’'-])`, 'g')
const OFTEN = 2

/** A name of the project's register is right as it stands. */
function report(segments: readonly CheckedSegment[], { register }: DocumentSettings): DocumentFinding[] {
  const names = mentionsOf(segments, 'en', NAME, ([words]) => words!.replace(/['’-]/g, '')).filter(isPerson)
  const forms = groupBy(names, ({ form }) => form)
  return [...forms.values()].flatMap((group) => {
    const usual = [...forms.values()].find((other) => isUsual(other, group))
    const right = register && peopleNamed(register, group[0]!.words, 'en').length > 0
    return usual && !right && !sideBySide(group, usual) ? group.map((mention) => say(mention, usual)) : []
  })
}

function isPerson({ words }: Mention): boolean {
  return isPinyin(words.split(' ')[1] ?? '')
}

function isUsual(usual: Mention[], rare: Mention[]): boolean {
  return usual.length >= OFTEN && usual.length >= rare.length * 2 && isSlip(usual[0]!.form, rare[0]!.form)
}

/** One letter more, less or other, or two exchanged; in names of some length, for Li Yan and Li Yang are two people. */
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 8) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  let back = 0
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** In one row they are two people. */
function sideBySide(rare: Mention[], usual: Mention[]): boolean {
  const rows = new Set(usual.map(({ row }) => row))
  return rare.some(({ row }) => rows.has(row))
}

function say(mention: Mention, usual: Mention[]): DocumentFinding {
  const values = { words: mention.words, other: usual[0]!.words, count: usual.length }
  return { segmentId: mention.segment.id, ...finding(ID, 'warning', 'name-slip', values, { en: mention }) }
}
