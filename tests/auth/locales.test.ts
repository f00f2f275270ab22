import { expect, test } from 'vitest'
import { preferredLocale } from '../../lib/auth/locales'

test.each([
  ['', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['fr, zh;q=0.3, en;q=0.7', 'en'],
  ['en;q=0, zh;q=0.1', 'zh-CN'],
  ['de', 'en'],
  ['*', 'en'],
])('%s is answered in %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})
