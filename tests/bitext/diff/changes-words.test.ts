import { expect, test } from 'vitest'
import { changesWords } from '../../../lib/bitext/diff'
import type { Side } from '../../../lib/bitext/text'

/** The mark stands between brackets; they are no part of the text. */
function changed(marked: string, after: string, side: Side) {
  const from = marked.indexOf('[')
  const to = marked.indexOf(']') - 1
  return changesWords({ from, to }, marked.replace(/[[\]]/g, ''), after, side)
}

test.each([
  [
    'a word of the mark replaced',
    'It handled [68,900 cases] last year.',
    'It handled 689,000 cases last year.',
    'en',
    true,
  ],
  ['the mark taken away', 'It [also] handled cases.', 'It handled cases.', 'en', true],
  ['a word put in among them', 'It handled [many cases].', 'It handled many new cases.', 'en', true],
  ['a word put in right before', 'It handled [68,900] cases.', 'It handled over 68,900 cases.', 'en', true],
  ['a word put in right after', 'It handled [cases].', 'It handled cases nationwide.', 'en', true],
  ['the word before replaced', 'about [68,900] cases', 'nearly 68,900 cases', 'en', true],
  ['a comma elsewhere', 'Last year it handled [68,900] cases.', 'Last year, it handled 68,900 cases.', 'en', false],
  ['a comma right beside', 'It handled [cases] and more.', 'It handled cases, and more.', 'en', false],
  ['white space beside', 'It  handled [cases].', 'It handled [cases].'.replace(/[[\]]/g, ''), 'en', false],
  ['a word two words away', 'It quickly handled [cases].', 'It slowly handled cases.', 'en', false],
  ['the next sentence', 'It handled [cases]. Then it slept.', 'It handled cases. Later it slept.', 'en', false],
  ['the whole sentence anew', 'It handled [68,900] cases.', 'There were 689,000 of them.', 'en', true],
  ['nothing', 'It handled [cases].', 'It handled cases.', 'en', false],
  ['a Chinese number', '查处案件[68.9万]起。', '查处案件6.89万起。', 'zh', true],
  ['a character right before', '增长[三成]。', '增长近三成。', 'zh', true],
  ['a stop elsewhere', '查处案件[68.9万]起，谢谢。', '查处案件68.9万起。谢谢。', 'zh', false],
] as const)('%s', (_, before, after, side, expected) => {
  expect(changed(before, after, side)).toBe(expected)
})
