import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashPassword, isStrongPassword, verifyPassword } from '../../lib/auth/password'

test.each([
  ['a cat walks over long stones', true],
  ['一只猫走过长长的青石板路', true],
  ['Tr0ub4dor&3 and more', true],
  ['short one', false],
  ['一只猫走过青石板路了', false],
  ['passwordpassword', false],
  ['Password123456', false],
  ['!!!administrator!!!', false],
  ['aaaaaaaaaaaaaaaa', false],
  ['abcabcabcabcabc', false],
  ['123456789012', false],
  ['987654321098', false],
  ['qwertyuiop1234', false],
  ['correcthorsebatterystaple', false],
  ['x y'.repeat(100), false],
])('%s: strong is %s', (password, strong) => {
  expect(isStrongPassword(password)).toBe(strong)
})

test('one’s own address or name is no password', () => {
  expect(isStrongPassword('Lin.Yue@press.example', ['lin.yue@press.example'])).toBe(false)
})

test('composed and decomposed letters are the same password', async () => {
  const kept = await hashPassword('Übersetzung über alles')
  expect(await verifyPassword(kept, 'Übersetzung über alles'.normalize('NFD'))).toBe(true)
})

test('nobody’s password is never right', async () => {
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
})

test('law: a password opens its own hash and no other’s', async () => {
  const passwords = fc.tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
  await fc.assert(
    fc.asyncProperty(passwords, async ([one, other]) => {
      const kept = await hashPassword(one)
      expect(await verifyPassword(kept, one)).toBe(true)
      expect(await verifyPassword(kept, other)).toBe(one.normalize('NFC') === other.normalize('NFC'))
    }),
    { numRuns: 15 },
  )
})
