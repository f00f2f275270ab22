import { expect, test } from 'vitest'
import { changeKeys, getKeys } from '../../lib/auth/change-keys'
import { ChangeKeysInput } from '../../lib/auth/key-maps'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

test('keys are kept by mode, each for itself, and only for the person who chose them', async () => {
  const [one, other] = [await person('one'), await person('other')]
  await Promise.all([
    changeKeys(one, { mode: 'review', keys: { raise: 'F7' } }),
    changeKeys(one, { mode: 'align', keys: { split: 'Alt+KeyQ' } }),
  ])
  expect(await getKeys(one)).toEqual({ review: { raise: 'F7' }, align: { split: 'Alt+KeyQ' } })
  expect(await getKeys(other)).toEqual({})
  expect(await changeKeys(one, { mode: 'review', keys: {} })).toEqual({ review: {}, align: { split: 'Alt+KeyQ' } })
})

test('what cannot be read counts as the standard keys', async () => {
  const one = await person('one')
  await db.user.update({ where: { id: one.userId }, data: { keys: { review: 7 } } })
  expect(await getKeys(one)).toEqual({})
})

test.each([
  { mode: 'review', keys: { raise: 'javascript:alert(1)' } },
  { mode: 'review', keys: { 'no such act!': 'F7' } },
  { mode: 'elsewhere', keys: {} },
])('%j is refused', (input) => {
  expect(ChangeKeysInput.safeParse(input).success).toBe(false)
})
