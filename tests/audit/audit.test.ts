import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { exportAudit, getAuditChoices, listAudit } from '../../lib/audit/queries'
import { eraseAuditBefore, holdsHead, keepRetention, sealAudit, verifyAudit } from '../../lib/audit/seal'
import { changeName } from '../../lib/auth/change-name'
import { db } from '../../lib/db'
import { grantRuntime, ownsTheLog } from '../../lib/db/runtime-role'
import { changeMemberRole } from '../../lib/project/change-member-role'
import { recordEdit } from '../../lib/revision/record-edit'
import { setStatus } from '../../lib/segment/set-status'
import { settleStale } from '../../lib/segment/settle-stale'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

async function edit({ translator, projectId }: World, segmentId: number, text: string, seenVersion: number) {
  await recordEdit(translator, {
    projectId,
    segmentId,
    side: 'en',
    text,
    seenVersion,
    kind: 'edit',
  })
}

/** Somebody's words, a step of status, and a change of rights. */
async function someWork() {
  const w = await world()
  const { ids, documentId } = await w.document([
    ['灯塔。', 'A lighthouse.'],
    ['海。', 'The sea.'],
  ])
  await edit(w, ids[0], 'The lighthouse.', 1)
  await setStatus(w.reviser, {
    projectId: w.projectId,
    segmentId: ids[1],
    to: 'revised',
    seen: { zhVersion: 1, enVersion: 1, status: 'translated' },
  })
  await changeMemberRole(w.manager, { projectId: w.projectId, memberId: w.memberIds.observer, role: 'reviewer' })
  return { w, ids, documentId }
}

/** As somebody would who has the database in their hands: with the rules off. */
async function tamper(statement: string) {
  await db.$transaction([
    db.$executeRawUnsafe(`SET LOCAL session_replication_role = replica`),
    db.$executeRawUnsafe(statement),
  ])
}

test('texts, statuses and rights stand in the log, by whom, about which document', async () => {
  const { w, documentId, ids } = await someWork()
  const { rows } = await listAudit(w.manager, { projectId: w.projectId })
  const told = rows.map(({ action, by, document, subject }) => [action, by, document?.id ?? null, subject])
  expect(told).toContainEqual(['text.edit', 'translator', documentId, String(ids[0])])
  expect(told).toContainEqual(['status.set', 'reviser', documentId, String(ids[1])])
  expect(told.filter(([action]) => String(action).startsWith('member.'))).toHaveLength(1)
})

test('a verdict on a stale row and a step turned back are called so, not a status set to what it was', async () => {
  const { w, ids } = await someWork()
  const { projectId } = w
  const { enVersion, zhVersion } = await db.segment.update({ where: { id: ids[1] }, data: { stale: true } })
  await settleStale(w.translator, { projectId, segmentId: ids[1]!, seen: { zhVersion, enVersion } })
  const step = { projectId, segmentId: ids[1]!, memberId: w.memberIds.manager }
  await db.transition.create({ data: { ...step, from: 'revised', to: 'translated', undo: true } })
  const { rows } = await listAudit(w.manager, { projectId, action: 'status' })
  expect(rows.map(({ action, detail }) => [action, detail?.verdict])).toEqual([
    ['status.undone', undefined],
    ['status.judged', 'still-correct'],
    ['status.set', undefined],
  ])
})

test('an address can be forgotten alone, and neither comes back as another nor changes what is sealed', async () => {
  const { w, ids } = await someWork()
  const session = await db.session.create({ data: { userId: w.translator.userId, device: '', address: '192.0.2.9' } })
  await edit({ ...w, translator: { ...w.translator, sessionId: session.id } }, ids[0], 'That lighthouse.', 2)
  await sealAudit()
  const [{ number }] = await db.$queryRaw<
    { number: bigint }[]
  >`SELECT "number" FROM "AuditLog" WHERE "address" = '192.0.2.9'`
  const link = `UPDATE "AuditLog" SET`
  const here = `WHERE "number" = ${number}`
  await expect(
    db.$executeRawUnsafe(`${link} "address" = NULL, "addressSalt" = NULL, "subject" = 'x' ${here}`),
  ).rejects.toThrow()
  await expect(db.$executeRawUnsafe(`${link} "address" = '192.0.2.1' ${here}`)).rejects.toThrow()
  await db.$executeRawUnsafe(`${link} "address" = NULL, "addressSalt" = NULL ${here}`)
  await expect(db.$executeRawUnsafe(`${link} "address" = '192.0.2.9' ${here}`)).rejects.toThrow()
  expect((await verifyAudit()).problems).toEqual([])
  await tamper(`${link} "address" = '192.0.2.1' ${here}`)
  expect((await verifyAudit()).problems).toContainEqual({ number: Number(number), problem: 'content' })
  await tamper(`${link} "address" = NULL ${here}`)
})

test('where from: the browser and its address, as long as they are kept', async () => {
  const { w, ids } = await someWork()
  const session = await db.session.create({
    data: { userId: w.translator.userId, device: 'Firefox', address: '192.0.2.7' },
  })
  const there = { ...w.translator, sessionId: session.id }
  await edit({ ...w, translator: there }, ids[0], 'That lighthouse.', 2)
  const { rows } = await listAudit(w.manager, { projectId: w.projectId, action: 'text.edit' })
  expect(rows[0]).toMatchObject({ by: 'translator', address: '192.0.2.7' })
})

test('nothing in it is changed or taken away', async () => {
  await someWork()
  await sealAudit()
  for (const table of ['AuditLog', 'AuditEntry']) {
    await expect(db.$executeRawUnsafe(`UPDATE "${table}" SET "action" = 'nothing.happened'`)).rejects.toThrow()
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow()
    await expect(db.$executeRawUnsafe(`TRUNCATE "${table}"`)).rejects.toThrow()
  }
  await expect(db.$executeRawUnsafe(`UPDATE "AuditLog" SET "detail" = '{}'`)).rejects.toThrow()
})

test.each([
  ['a link is altered', `UPDATE "AuditLog" SET "userId" = gen_random_uuid() WHERE "number" = $n`, 'link'],
  ['what it says is altered', `UPDATE "AuditLog" SET "detail" = '{"role":"observer"}' WHERE "number" = $n`, 'content'],
  ['a link is taken out', `DELETE FROM "AuditLog" WHERE "number" = $n`, 'missing'],
])('verification finds it when %s', async (_, statement, problem) => {
  await someWork()
  const { links, problems } = await verifyAudit()
  expect(problems).toEqual([])
  const before = await db.auditLog.findMany()
  await tamper(statement.replace('$n', String(links - 1)))
  const found = await verifyAudit()
  expect(found.problems.map((one) => one.problem)).toContain(problem)
  expect(found.problems.every(({ number }) => number >= links - 1)).toBe(true)
  await tamper('DELETE FROM "AuditLog"')
  await tamper('SET LOCAL session_replication_role = replica')
  await db.auditLog.createMany({ data: before as never })
  expect((await verifyAudit()).problems).toEqual([])
})

test('a saved text that is rewritten behind our back is found; a tail that is cut off, by a head kept elsewhere', async () => {
  const { ids } = await someWork()
  const { head, links } = await verifyAudit()
  expect(await holdsHead(head)).toBe(true)
  await tamper(`UPDATE "Revision" SET "after" = 'Nothing.' WHERE "segmentId" = ${ids[0]}`)
  expect((await verifyAudit()).problems.map(({ problem }) => problem)).toEqual(['text'])
  await tamper(`UPDATE "Revision" SET "after" = 'The lighthouse.' WHERE "segmentId" = ${ids[0]}`)
  const last = await db.auditLog.findFirstOrThrow({ where: { number: links } })
  await tamper(`DELETE FROM "AuditLog" WHERE "number" = ${links}`)
  expect(await holdsHead(head)).toBe(false)
  await db.auditLog.create({ data: last as never })
})

test('retention forgets what was said, not that it was; the chain goes on holding', async () => {
  const { w } = await someWork()
  await sealAudit()
  expect(await keepRetention(Number.NaN)).toBe(0)
  expect(await keepRetention(12)).toBe(0)
  expect(await eraseAuditBefore(new Date(Date.now() + 1_000))).toBeGreaterThan(2)
  expect((await verifyAudit()).problems).toEqual([])
  const { rows } = await listAudit(w.manager, { projectId: w.projectId })
  expect(rows[0]).toMatchObject({ erased: true, subject: null, detail: null, address: null })
  expect(rows[0].action).not.toBe('')
})

test('filters narrow, pages follow each other without a gap, and exports hold what the filter holds', async () => {
  const { w, documentId } = await someWork()
  const many = Array.from({ length: 230 }, (_, index) => ({
    projectId: w.projectId,
    userId: w.manager.userId,
    action: 'project.update',
    subject: `=cmd("${index}")`,
  }))
  await db.auditEntry.createMany({ data: many })
  const seen: number[] = []
  for (let before: number | undefined, next: number | null = 1; next !== null; before = next ?? undefined) {
    const page = await listAudit(w.manager, { projectId: w.projectId, action: 'project', before })
    seen.push(...page.rows.map(({ number }) => number))
    next = page.next
  }
  expect(seen).toHaveLength(230)
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
  const about = await listAudit(w.manager, { projectId: w.projectId, documentId, userId: w.reviser.userId })
  expect(about.rows.map(({ action }) => action)).toEqual(['status.set'])
  const none = await listAudit(w.manager, { projectId: w.projectId, to: new Date(0) })
  expect(none.rows).toEqual([])
  expect((await getAuditChoices(w.manager, { projectId: w.projectId })).actions).toContain('text.edit')
  for (const format of ['csv', 'jsonl'] as const) {
    let file = ''
    for await (const part of await exportAudit(w.manager, { projectId: w.projectId, action: 'project.update', format }))
      file += part
    const lines = file.trim().split(/\r?\n/)
    expect(lines).toHaveLength(format === 'csv' ? 231 : 230)
    if (format === 'csv') expect(lines[1]).toContain(`"'=cmd(""229"")"`)
  }
})

test('the whole log is the administrators’', async () => {
  const { w } = await someWork()
  await expect(listAudit(w.manager, { projectId: null })).rejects.toMatchObject({ code: 'not-found' })
  const administrator = await person('administrator', { administrator: true })
  expect((await listAudit(administrator, { projectId: null })).rows.length).toBeGreaterThan(2)
})

test('sealers at once link everything once, whatever is written meanwhile', async () => {
  const w = await world()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 }), async (words) => {
      await Promise.all([
        ...words.map((word) =>
          db.auditEntry.create({
            data: {
              projectId: w.projectId,
              userId: w.manager.userId,
              action: 'law.word',
              subject: word.replaceAll('\0', ''),
            },
          }),
        ),
        sealAudit(),
        sealAudit(),
      ])
      await sealAudit()
      expect((await verifyAudit()).problems).toEqual([])
      expect(await db.auditLog.count({ where: { source: 'entry' } })).toBe(await db.auditEntry.count())
    }),
    { numRuns: 15 },
  )
})

test('an act on an account tells the browser it was done from, and an override of four eyes its document', async () => {
  const { w, ids, documentId } = await someWork()
  const { id: sessionId } = await db.session.create({
    data: { userId: w.manager.userId, device: 'Firefox', address: '192.0.2.8' },
  })
  await changeName({ ...w.manager, sessionId }, { name: 'Renamed' })
  const seen = { zhVersion: 1, enVersion: 2, status: 'translated' as const }
  const own = { projectId: w.projectId, segmentId: ids[0], to: 'revised' as const, seen }
  await db.segment.update({ where: { id: ids[0] }, data: { translatedBy: w.memberIds.manager } })
  await setStatus(w.manager, { ...own, overrideReason: 'Nobody else is in.' })
  const { rows } = await listAudit(w.manager, { projectId: w.projectId, action: 'four-eyes' })
  expect(rows[0]).toMatchObject({ document: { id: documentId }, subject: String(ids[0]) })
  const administrator = await person('administrator', { administrator: true })
  const whole = await listAudit(administrator, { projectId: null, action: 'person.change-name' })
  expect(whole.rows[0]).toMatchObject({ address: '192.0.2.8', subjectName: 'Renamed' })
})

test('saved texts and steps are not deleted one by one; a document that goes for good takes them, and the log knows it', async () => {
  const { w, documentId } = await someWork()
  await sealAudit()
  for (const table of ['Revision', 'Transition']) {
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow()
    await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow()
  }
  await db.document.delete({ where: { id: documentId } })
  const { problems } = await verifyAudit()
  expect(problems.map(({ problem }) => problem)).toEqual(problems.map(() => 'gone'))
  expect(problems.length).toBeGreaterThan(1)
  const purge = { projectId: w.projectId, userId: w.manager.userId, subject: documentId, detail: { documentId } }
  await db.auditEntry.create({ data: { ...purge, action: 'document.purge' } })
  expect((await verifyAudit()).problems).toEqual([])
})

test('retention forgets what the entries said as well', async () => {
  await someWork()
  await sealAudit()
  await eraseAuditBefore(new Date(Date.now() + 1_000))
  expect(await db.auditEntry.count({ where: { erasedAt: null } })).toBe(0)
  expect(await db.auditEntry.count({ where: { OR: [{ subject: { not: '' } }, { detail: { not: {} } }] } })).toBe(0)
  await expect(db.$executeRawUnsafe(`UPDATE "AuditEntry" SET "action" = 'x', "erasedAt" = now()`)).rejects.toThrow()
})

test('the role the workbench works with can neither rewrite the log nor switch off its rules, and needs no more to work', async () => {
  const { w, ids } = await someWork()
  const owner = process.env.DATABASE_URL ?? ''
  const role = `app_${crypto.randomUUID().slice(0, 8)}`
  await grantRuntime(owner, role, 'only for this test')
  const runtime = Object.assign(new URL(owner), { username: role, password: 'only for this test' }).href
  expect([await ownsTheLog(owner), await ownsTheLog(runtime)]).toEqual([true, false])
  const client = new pg.Client(runtime)
  await client.connect()
  for (const table of ['AuditLog', 'AuditEntry', 'Revision', 'Transition']) {
    for (const statement of [
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `UPDATE "${table}" SET "${table === 'AuditLog' ? 'at' : 'createdAt'}" = now()`,
      `DROP TABLE "${table}"`,
    ])
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
  }
  await expect(client.query('SET session_replication_role = replica')).rejects.toMatchObject({ code: '42501' })
  await expect(client.query('CREATE TABLE public.mine ()')).rejects.toMatchObject({ code: '42501' })
  await client.end()

  await db.$disconnect()
  process.env.DATABASE_URL = runtime
  forgetClient()
  try {
    await edit(w, ids[0], 'Seen from the sea.', 2)
    expect(await sealAudit()).toBeGreaterThan(0)
    expect(await eraseAuditBefore(new Date())).toBeGreaterThan(0)
    expect((await verifyAudit()).problems).toEqual([])
  } finally {
    await db.$disconnect()
    process.env.DATABASE_URL = owner
    forgetClient()
    await db.$executeRawUnsafe(`DROP OWNED BY ${role}`)
    await db.$executeRawUnsafe(`DROP ROLE ${role}`)
  }
})

/** The next query connects anew. */
function forgetClient() {
  Object.assign(globalThis, { duizhaoClient: undefined })
}
