/**
 * More than and nearly, said of something without a number: 超过去年全年总量 against "nearly the total for last year".
 * Only where one side has no word at all for the direction the other takes; hedges beside numbers are the numeral check's.
 */
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'degree-words'

export const degreeWords: Check = {
  id: ID,
  says: 'More than is not nearly, where no number stands beside it.',
  run: report,
}

const ABOVE_ZH =
  /(?:超过|超出|高于|多于|突破)了?(?=(?:去年|上年|全年|同期|以往|历史|预期|目标|总|整个|全部|其他|世界|全国|平均)[^\d一二三四五六七八九十百千万亿]{0,12})/
const NEAR_ZH = /接近|近乎|几乎|将近|差不多|临近|逼近/
const ABOVE_EN =
  /\b(?:more|over|exceed\w*|surpass\w*|above|beyond|outstrip\w*|higher|greater|top(?:s|ped|ping)|outpac\w*|past|break\w*|broke\w*)\b/i
const NEAR_EN = /\b(?:nearly|almost|close to|approaching)(?= (?:the|that|its|last|as much|all|what)\b)/i

function report({ zh, en }: CheckedSegment): Finding[] {
  const above = ABOVE_ZH.exec(zh)
  const near = NEAR_EN.exec(en)
  if (!above || !near || NEAR_ZH.test(zh) || ABOVE_EN.test(en)) return []
  const values = { zhText: above[0], enText: near[0] }
  const spans = {
    zh: { from: above.index, to: above.index + above[0].length },
    en: { from: near.index, to: near.index + near[0].length },
  }
  return [finding(ID, 'warning', 'degree-differs', values, spans)]
}
