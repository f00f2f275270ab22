/** What one side says between brackets and the other not at all; not what the other says between commas. */
import { describe, expect, it } from 'vitest'
import { parentheses } from '../../../lib/bitext/check/document/parentheses'
import { loadLexicon } from '../../../lib/lexicon'

function words(zh: string, en: string, label = false): string[] {
  return parentheses
    .run([{ id: '1', zh, en, label }], { lexicon: loadLexicon() })
    .map((found) => (found.zh ? zh.slice(found.zh.from, found.zh.to) : en.slice(found.en!.from, found.en!.to)))
}

const PAIRS: [zh: string, en: string, ...found: string[]][] = [
  [
    '警方逮捕了三名嫌疑人（其中两人曾经抢劫银行）。',
    'The police arrested three suspects (two of whom had robbed a bank).',
  ],
  [
    '警方逮捕了三名嫌疑人（其中两人曾经抢劫银行）。',
    'The police arrested three suspects, two of whom had robbed a bank.',
  ],
  ['警方逮捕了三名嫌疑人（其中两人曾经抢劫银行）。', 'The police arrested three suspects.', '（其中两人曾经抢劫银行）'],
  [
    '司机停了车。',
    'The driver stopped the car (which belonged to his younger brother).',
    '(which belonged to his younger brother)',
  ],
  // Names in their own letters, abbreviations, the Chinese of an abbreviation.
  ['约翰逊（John Howard Johnson）来了。', 'Johnson came.'],
  ['世界卫生组织来了。', 'The World Health Organization (WHO) came.'],
  ['使用 LVM（逻辑卷管理系统）。', 'Use LVM.'],
  ['司机停了车。', ''],
]

describe('parentheses', () => {
  it.each(PAIRS)('%s | %s', (zh, en, ...expected) => {
    expect(words(zh, en)).toEqual(expected)
  })

  it('needs a dictionary, and leaves labels alone', () => {
    const [zh, en] = PAIRS[2]!
    expect(parentheses.run([{ id: '1', zh, en }], {})).toEqual([])
    expect(words(zh, en, true)).toEqual([])
  })
})
