import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportAudit, getAuditChoices, listAudit } from '../../lib/audit/queries'
import { eraseAuditBefore, holdsHead, keepRetention, sealAudit, verifyAudit } from '../../lib/audit/seal'
import { db } from '../../lib/db'
import { changeMemberRole } from '../../lib/project/change-member-role'
import { recordEdit } from '../../lib/revision/record-edit'
import { setStatus } from '../../lib/segment/set-status'
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
