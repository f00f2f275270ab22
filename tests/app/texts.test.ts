/** The interface's words: every message can be read, and both languages fill in the same values. */
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { DICTIONARIES } from '@/app/_ui/texts/dictionaries'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const LITERAL = 0
const POUND = 7

function placeholders(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || element.type === POUND) return []
    const own = 'value' in element ? [element.value] : []
    const inner = 'options' in element ? Object.values(element.options) : []
    return [...own, ...inner.flatMap((option) => placeholders(option.value))]
  })
}

function read(message: string, locale: string): string[] {
  const elements = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst()
  return [...new Set(placeholders(elements))].sort()
}

describe.each(Object.entries(DICTIONARIES.en))('%s', (area, messages) => {
  const chinese: Record<string, string> = DICTIONARIES['zh-CN'][area as keyof (typeof DICTIONARIES)['zh-CN']]

  test('has the same keys in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(messages).sort())
  })

  test.each(Object.entries(messages))('%s', (key, message) => {
    expect(message).not.toBe('')
    expect(read(chinese[key], 'zh-CN')).toEqual(read(message, 'en'))
  })
})
