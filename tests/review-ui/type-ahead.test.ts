/** Which letters name a type of discrepancy alone, in both languages of the interface. */
import { expect, test } from 'vitest'
import { discrepancy as en } from '@/app/_ui/texts/en/discrepancy'
import { discrepancy as zh } from '@/app/_ui/texts/zh-CN/discrepancy'
import { wordAt } from '@/app/projects/[projectId]/review/[documentId]/state/raise'
import { decisive, fewestLetters, goesOn } from '@/app/projects/[projectId]/review/[documentId]/state/type-ahead'
import { DISCREPANCY_TYPES, type DiscrepancyType } from '@/lib/discrepancy/rules'

const namesOf = (type: DiscrepancyType) => [en[`type.${type}`], type]
const zhNamesOf = (type: DiscrepancyType) => [zh[`type.${type}`], type]

test.each<[string, DiscrepancyType | null]>([
  ['', null],
  ['m', 'mistranslation'],
  ['n', null],
  ['nu', 'number'],
  ['na', 'entity-or-title'],
  ['en', 'entity-or-title'],
  ['t', null],
  ['TE', 'terminology'],
  ['ut', 'under-translation'],
  ['lat', 'editorial-latitude'],
  ['x', null],
])('"%s" means %s', (typed, type) => {
  expect(decisive(DISCREPANCY_TYPES, typed, namesOf)).toBe(type)
})

test('two letters are enough for every type, by its English name also where the interface is Chinese', () => {
  for (const names of [namesOf, zhNamesOf]) {
    for (const type of DISCREPANCY_TYPES) {
      expect(fewestLetters(DISCREPANCY_TYPES, type, names)?.length).toBeLessThanOrEqual(2)
    }
  }
  expect(decisive(DISCREPANCY_TYPES, '数', zhNamesOf)).toBe('number')
})

test.each<[string, string, boolean]>([
  ['nu', 'm', true],
  ['num', '3', false],
  ['t', 'i', true],
  ['nu', 'c', false],
])('after "%s", "%s" only writes the name on: %s', (typed, letter, on) => {
  expect(goesOn(['Number', 'entity-or-title'], typed, letter)).toBe(on)
})

test.each<[string, number, 'zh' | 'en', number]>([
  ['It handled 68,900 cases.', 0.5, 'en', 11],
  ['查处案件68.9万起。', 0.45, 'zh', 4],
  ['', 0.5, 'en', 0],
])('in "%s", %s of the way stands the word at', (text, share, side, at) => {
  expect(wordAt(text, share, side)).toBe(at)
})
