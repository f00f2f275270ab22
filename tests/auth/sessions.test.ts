import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endSessions } from '../../lib/auth/end-sessions'
import { findActor } from '../../lib/auth/find-actor'
import { closeSession, endSession, listSessions, openSession } from '../../lib/auth/sessions'
import { db } from '../../lib/db'
import { ownDatabase, person } from '../support/world'

ownDatabase()

const HERE = { device: 'Firefox', address: '192.0.2.1' }
const tokenOf = (userId: string, sessionId?: string, sessionVersion = 1) => ({ userId, sessionVersion, sessionId })

test('each signed-in browser is listed, this one first, and ends by itself', async () => {
  const lin = await person('lin')
  const here = await openSession(lin.userId, HERE)
  const there = await openSession(lin.userId, { device: 'Safari', address: '192.0.2.2' })
  const found = await findActor(tokenOf(lin.userId, here))
  expect(found?.actor).toEqual({ ...lin, sessionId: here })
  const actor = { ...lin, sessionId: here }
  expect((await listSessions(actor)).map(({ id, here, device }) => [id, here, device])).toEqual([
    [here, true, 'Firefox'],
    [there, false, 'Safari'],
  ])
  await endSession(actor, { sessionId: there })
  expect(await findActor(tokenOf(lin.userId, there))).toBeNull()
  expect(await findActor(tokenOf(lin.userId, here))).not.toBeNull()
  expect(await listSessions(actor)).toHaveLength(1)
  await expect(endSession(actor, { sessionId: there })).rejects.toMatchObject({ problem: 'not-found' })
})

test("nobody sees or ends another's, and a cookie of one opens nothing of another", async () => {
  const [lin, mei] = [await person('lin'), await person('mei')]
  const session = await openSession(lin.userId, HERE)
  await expect(endSession(mei, { sessionId: session })).rejects.toMatchObject({ problem: 'not-found' })
  expect(await listSessions(mei)).toEqual([])
  expect(await findActor(tokenOf(mei.userId, session))).toBeNull()
  expect(await findActor(tokenOf(lin.userId, session))).not.toBeNull()
})

test.each<[string, (userId: string, sessionId: string) => Promise<unknown>]>([
  ['signing out', (_, sessionId) => closeSession(sessionId)],
  ['signing out everywhere', async (userId) => endSessions({ userId, name: '', email: '', administrator: false })],
  ['being disabled', (userId) => db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })],
])('%s ends the session in the database too', async (_, happens) => {
  const lin = await person('lin')
  const session = await openSession(lin.userId, HERE)
  await happens(lin.userId, session)
  expect(await db.session.findUniqueOrThrow({ where: { id: session } })).toMatchObject({ endedAt: expect.any(Date) })
  expect(await findActor(tokenOf(lin.userId, session))).toBeNull()
})

test('a change of name or language ends none', async () => {
  const lin = await person('lin')
  const session = await openSession(lin.userId, HERE)
  await db.user.update({ where: { id: lin.userId }, data: { name: 'Lin Yue', locale: 'zh-CN' } })
  expect(await findActor(tokenOf(lin.userId, session))).not.toBeNull()
})

test('where and when it was last used is noted, at most every five minutes', async () => {
  const lin = await person('lin')
  const session = await openSession(lin.userId, HERE)
  const use = (address: string) => findActor(tokenOf(lin.userId, session), { device: 'Firefox', address })
  const addressNow = async () => (await db.session.findUniqueOrThrow({ where: { id: session } })).address
  await use('198.51.100.7')
  expect(await addressNow()).toBe('192.0.2.1')
  await db.session.update({ where: { id: session }, data: { lastSeenAt: new Date(Date.now() - 6 * 60_000) } })
  await use('198.51.100.7')
  expect(await addressNow()).toBe('198.51.100.7')
})

test('whatever a browser says of itself can be kept', async () => {
  const lin = await person('lin')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme-composite', maxLength: 600 }), async (device) => {
      const id = await openSession(lin.userId, { device: `${device}\u0000`, address: 'here' })
      expect((await db.session.findUniqueOrThrow({ where: { id } })).device.length).toBeLessThanOrEqual(300)
    }),
    { numRuns: 20 },
  )
})
