import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '../../lib/auth/own-path'

test.each([
  ['/projects/1/review/2?segment=3#row', '/projects/1/review/2?segment=3#row'],
  ['/', '/'],
  ['', '/'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/..//elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['projects', '/'],
])('%s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})

test('law: whatever is asked for, the browser stays on our site', () => {
  const base = 'https://workbench.example'
  const paths = fc.array(fc.constantFrom('/', '\\', '.', '..', '@', ':', '?', '#', '\t', '%2f', 'a.example', 'https:'))
  fc.assert(
    fc.property(paths, (parts) => {
      expect(new URL(ownPath(parts.join('')), `${base}/sign-in`).origin).toBe(base)
    }),
  )
})
