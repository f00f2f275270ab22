import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sessionSecret } from '../../lib/cli/data-folder'

const env = (more: Record<string, string>) => more as NodeJS.ProcessEnv
const newFolder = () => mkdtempSync(join(tmpdir(), 'duizhao-secret-'))

test('made on the first start, for the owner’s eyes only, and kept', () => {
  const folder = newFolder()
  const secret = sessionSecret(folder, env({}))
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(sessionSecret(folder, env({}))).toBe(secret)
  expect(readFileSync(join(folder, 'session-secret'), 'utf8')).toBe(secret)
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
})

test.each([
  ['nothing', ''],
  ['a word', 'secret'],
  ['31 signs', 'q8Zt5mB1xK9wR3vN7cY2hJ6fD4gS0pL'],
  ['one sign', 'a'.repeat(64)],
  ['a word over and over', 'correct-horse-1correct-horse-1correct-horse-1'],
  ['few signs', '0123456701234576012345670123'.repeat(2)],
])('%s is refused', (_, secret) => {
  expect(() => sessionSecret(newFolder(), env({ NEXTAUTH_SECRET: secret }))).toThrow('too weak')
  expect(() => sessionSecret(newFolder(), env({ AUTH_SECRET: secret }))).toThrow('too weak')
})

test('what a generator makes is taken, in hexadecimal and in base 64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 48 }), fc.constantFrom('hex', 'base64'), (bytes, coding) => {
      fc.pre(new Set(bytes).size > 20)
      const secret = Buffer.from(bytes).toString(coding as 'hex')
      expect(sessionSecret(newFolder(), env({ AUTH_SECRET: secret }))).toBe(secret)
    }),
    { numRuns: 50 },
  )
})
