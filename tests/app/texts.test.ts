import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { type Area, DICTIONARIES, type TextKey } from '../../app/_ui/texts/dictionaries'
import { translator } from '../../app/_ui/texts/translate'
import { WORDS } from '../../lib/bitext/interchange/words'

const AREAS = Object.keys(DICTIONARIES.en) as Area[]

/** The names of the values a message asks for. */
function valuesOf(message: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    const { type, value } = part as { type?: number; value?: unknown }
    // 0 is literal text, 7 the # of a plural; every other element names a value.
    if (type !== undefined && type !== 0 && type !== 7 && typeof value === 'string') names.add(value)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, captureLocation: false }).getAst())
  return [...names].sort()
}

test('values are found inside plurals, too', () => {
  expect(valuesOf('{count, plural, one {# row of {name}} other {# rows}} <b>', 'en')).toEqual(['count', 'name'])
})

test.each(AREAS)('%s: both languages say the same things, with the same values', (area) => {
  const { en, 'zh-CN': zh } = DICTIONARIES
  expect(Object.keys(zh[area]).sort()).toEqual(Object.keys(en[area]).sort())
  for (const [key, message] of Object.entries(en[area])) {
    expect({ key, values: valuesOf(zh[area][key]!, 'zh-CN') }).toEqual({ key, values: valuesOf(message, 'en') })
    expect(zh[area][key]).not.toBe('')
  }
})

test.each(['en', 'zh-CN'] as const)('%s: whichever way a message is put together, it says the same', (locale) => {
  const dictionary = DICTIONARIES[locale]
  const t = translator(locale, dictionary)
  const plain = AREAS.flatMap((area) =>
    Object.entries(dictionary[area]).flatMap(([key, message]) =>
      /\{\w+[ ,]/.test(message) ? [] : { key: `${area}.${key}`, message },
    ),
  )
  expect(plain.length).toBeGreaterThan(1_000)
  for (const { key, message } of plain) {
    const values = Object.fromEntries(
      valuesOf(message, locale).map((name, i) => [name, i % 2 === 0 ? `${name} $& 一` : i]),
    )
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    expect(t(key as TextKey, values)).toBe(format.format(values))
  }
  expect(() => t('review.to-row')).toThrow()
})

test('a Chinese file calls statuses, types, severities and decisions what the screen calls them', () => {
  const { discrepancy, common } = DICTIONARIES['zh-CN']
  const { types, severities, decisions, statuses, open } = WORDS.zh
  for (const [kind, names] of Object.entries({ type: types, severity: severities, decision: decisions }))
    for (const [id, name] of Object.entries(names))
      expect({ id, name }).toEqual({ id, name: discrepancy[`${kind}.${id}`] })
  for (const [id, name] of Object.entries(statuses))
    expect({ id, name }).toEqual({ id, name: common[`status${id.slice(0, 1).toUpperCase()}${id.slice(1)}`] })
  expect(open).toBe(discrepancy['state.open'])
})

test('one word for the text that governs, in law’s own: 作准文本', () => {
  const all = Object.values(DICTIONARIES['zh-CN']).flatMap((texts) => Object.values(texts))
  expect(all.filter((text) => /准据|效力条款|第 \{number\} 号不一致/.test(text))).toEqual([])
})
