import { describe, expect, it } from 'vitest'
import { findClause } from '../../../lib/bitext/intake/clause'
import { sideOf } from '../../../lib/bitext/text'

const CASES: [string, string | null][] = [
  [
    'In case of any discrepancy between the English and Chinese texts, the Chinese version is deemed to prevail.',
    'prevails-zh',
  ],
  ['If the versions differ, the Chinese text shall prevail.', 'prevails-zh'],
  ['In the event of inconsistency, the English version shall govern.', 'prevails-en'],
  ['THE CHINESE VERSION SHALL PREVAIL.', 'prevails-zh'],
  ['The Chinese-language original is the authoritative text.', 'prevails-zh'],
  ['Precedence shall be given to the Chinese version.', 'prevails-zh'],
  ['Both the Chinese and English texts are equally authentic.', 'equally-authentic'],
  ['The Chinese and English versions shall have the same legal effect.', 'equally-authentic'],
  ['This English translation is for reference only.', 'reference-only'],
  ['The English translation is provided for reference purposes only; the Chinese version prevails.', 'prevails-zh'],
  ['The view that peace will prevail is common in Chinese poetry.', null],
  ['See the Chinese version for reference.', null],
  ['如中英文版本有歧义，以中文版本为准。', 'prevails-zh'],
  ['两种文本如有不一致之处，以中文本为准。', 'prevails-zh'],
  ['中文版与英文版不一致的，以英文版为准。', 'prevails-en'],
  ['如有歧义，概以中文文本为准。', 'prevails-zh'],
  ['中文版本具有优先效力。', 'prevails-zh'],
  ['两种文本同等作准。', 'equally-authentic'],
  ['中文文本与英文文本同等真确。', 'equally-authentic'],
  ['中英文版本具有同等法律效力。', 'equally-authentic'],
  ['英文译文仅供参考。', 'reference-only'],
  ['本译文仅供参考，以中文版本为准。', 'prevails-zh'],
  ['具体时间以通知为准。', null],
  ['以事实为依据，以法律为准绳。', null],
]

describe('the clause that says which text prevails', () => {
  it.each(CASES)('%s', (text, rule) => {
    expect(findClause(text, sideOf(text)!)?.rule ?? null).toBe(rule)
  })
})
