import { expect, test } from 'vitest'
import { intakeText } from '../../lib/bitext/intake'
import { unitsOf } from '../../lib/document/units'

const WRAPPED = Array.from(
  { length: 4 },
  (_, at) =>
    `Quarter ${at} was renewed last year, and the residents themselves drew up\nthe list of what should be mended first. Work went on until the end of\nAugust; the lamps came last.`,
).join('\n\n')

test('sentences run on over the lines of wrapped text, and with their tails are the text', () => {
  const units = unitsOf(intakeText(WRAPPED, 'en'))
  expect(units.length).toBe(8)
  expect(units[1]?.text).toBe('Work went on until the end of\nAugust; the lamps came last.')
  expect(units.map(({ text, tail }) => text + tail).join('')).toBe(WRAPPED)
})
