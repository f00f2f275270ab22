/**
 * Chinese sentence ends, as rules. 。！？；…… end a sentence with whatever closes after them; of ASCII stops only those
 * that stand where a Chinese stop could. A quotation that is part of a phrase (“谁来干？怎么干？”的问题), a title in 《》 and
 * a parenthesis hold no sentence ends; a quotation that somebody speaks does, because its sentences are sentences (hand
 * alignments of novels cut there too).
 */
import type { SentenceRule, SentenceRules } from './rules'

const H = '[\\p{Script=Han}々〇]'
const CLOSED = '[”’"\'」』）》〉】〕)\\]]'

function rule(breaks: boolean, before: string | null, after?: string): SentenceRule {
  return {
    breaks,
    ...(before === null ? {} : { before: new RegExp(`${before}$`, 'u') }),
    ...(after === undefined ? {} : { after: new RegExp(after, 'uy') }),
  }
}

const CALLED = '说道|问道|喊道|叫道|答道|笑道|写道|叹道|回答道?|说着?|问|道|喊|答'
const TOLD = '表示|指出|强调|介绍说?|告诉记者|解释说?|补充道?'
const PARTICLE = '(?:的|地|之(?!后|前)|等(?!到)|这[一个种些]|那[一个种些]|一[词语类句])'

const RULES: readonly SentenceRule[] = [
  // Punctuation that only goes on, after any white space: “……！”，他说 · 什么？）
  rule(false, null, '\\s*[，、,：:；。．·％%）)》〉】〕”’」』]'),
  rule(false, `[！？!?…]${CLOSED}*`, '\\s*[—～~]'),
  // “怎么办？”的问题 · “加油！”等口号: the quotation is a part of the phrase.
  rule(false, `[。！？!?…]${CLOSED}+`, `\\s*${PARTICLE}`),
  // “你好！”他说。 · “我走了。” 王明轻声问道，: who said it belongs to it.
  rule(
    false,
    // Unless a colon before it has said so already.
    `(?<![：:][“"「『][^”"」』]{0,46})[。！？!?…][”’"'」』]+`,
    `\\s*[\\p{Script=Han}·]{0,10}?(?:(?:${CALLED})[。，！？!?,…]|(?:${TOLD})[。！？!?…])`,
  ),
  // “我……我不知道”: a stammer, not an end.
  rule(false, `(?:^|[，。！？“「\\s])(?:${H})…+`, `\\s*${H}`),
  rule(false, '…', '\\s*[的地了着吗呢吧\\d０-９A-Za-z]'),
  rule(false, '\\.{3,}', '[\\dA-Za-z]'),
  rule(true, `[。！？；｡…]${CLOSED}*`),
  // ASCII ! and ? and ; as in Chinese text; not in addresses or code, where a letter follows at once.
  rule(true, `[!?]${CLOSED}*`, `(?:\\s|$|${H}|[“‘"「『（《【(])`),
  rule(true, `(?:${H}|[”’」』）》)\\]"])\\s?;`, `(?:\\s|$|${H}|[“‘「『（《【(])`),
  // 1．合同 · 一．总则 · (1). …: a mark at the start of its line.
  rule(
    false,
    `^[(（\\[]?(?:[\\d０-９]{1,3}(?:[.．][\\d０-９]{1,3}){0,4}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[IVXLC]{1,6}|第\\s?[\\d０-９一二三四五六七八九十]{1,4}\\s?[章节条款部编])[)）\\]]?[.．]`,
  ),
  // 3．5 · ２．５: a decimal.
  rule(false, '[\\d０-９][.．]', '[\\d０-９]'),
  // 他来了.我走了. · 结束． — after a Han character or a closing mark.
  rule(true, `(?:${H}|[”’」』）》)\\]"％%])\\s?[.．]+${CLOSED}*`, `(?:\\s|$|${H}|[“‘「『（《【(\\d０-９])`),
  // After a Latin word only as in English: a space or a Chinese word follows, and it is no abbreviation.
  rule(
    false,
    '(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|No|Nos|vs|etc|e\\.g|i\\.e|St|Jr|Sr|Fig|Vol|vol|p|pp|al)\\.',
  ),
  rule(false, '(?:[A-Za-z]\\.){2,}'),
  rule(true, `[A-Za-z\\d０-９]{2,}[.．]+${CLOSED}*`, `(?:\\s+(?:${H}|[“‘「『（《【(A-Z])|\\s*$|${H})`),
]

export const CHINESE_RULES: SentenceRules = {
  ends: /[。！？；｡…!?;．.]+/gu,
  closing: /(?:[”’"'」』）》〉】〕)\]]| (?=[”’」』）》]))*/uy,
  rules: RULES,
  otherwise: false,
  enclosures: {
    marks: [
      { open: '“', close: '”', quotes: true },
      { open: '「', close: '」', quotes: true },
      { open: '『', close: '』', quotes: true },
      { open: '‘', close: '’', quotes: true },
      { open: '"', close: '"', quotes: true },
      { open: '《', close: '》', quotes: false },
      { open: '〈', close: '〉', quotes: false },
      { open: '（', close: '）', quotes: false },
      { open: '(', close: ')', quotes: false },
      { open: '【', close: '】', quotes: false },
      { open: '〔', close: '〕', quotes: false },
      { open: '[', close: ']', quotes: false },
    ],
    spoken: new RegExp(`(?:^|[^\\p{L}\\p{N}、\\s]|${CALLED}|${TOLD}|称)\\s*$`, 'u'),
    ended: /[。！？!?…][”’"'」』）)]*$/u,
    continues: new RegExp(`\\s*${PARTICLE}`, 'uy'),
    stops: /[。！？!?…]/u,
    weak: /^[！？!?…；;]+$/u,
  },
}
