/** Five members take a document from its import to a published edition, and not everything goes as planned. */
import { expect, test } from 'vitest'
import { assignParts } from '../../lib/assignment/assign-parts'
import { assignRange } from '../../lib/assignment/assign-range'
import { finishAssignment } from '../../lib/assignment/finish-assignment'
import { handOverAssignment } from '../../lib/assignment/hand-over-assignment'
import { AssignInput, AssignPartsInput, PlanInput } from '../../lib/assignment/input'
import { planWork } from '../../lib/assignment/plan-work'
import { listAssignments, listMyPool, listMyWork } from '../../lib/assignment/queries'
import type { AssignmentStep } from '../../lib/assignment/rules'
import { takeAssignment } from '../../lib/assignment/take-assignment'
import type { Actor } from '../../lib/auth/actor'
import { db } from '../../lib/db'
import { createDocument } from '../../lib/document/create-document'
import { CreateInput } from '../../lib/document/input'
import { publishEdition } from '../../lib/edition/publish-edition'
import { listNotices } from '../../lib/notice/queries'
import { remindOfDates } from '../../lib/notice/remind'
import { removeMember } from '../../lib/project/remove-member'
import { recordEdit } from '../../lib/revision/record-edit'
import type { SegmentStatus } from '../../lib/segment/rules'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, person, type World, world } from '../support/world'

ownDatabase()

const ZH = '灯塔开放了。\n\n栈桥加固了。\n\n灯具更换了。\n\n渡船停航了。\n'
const EN = 'The lighthouse is open.\n\nThe pier is firm.\n\nThe lamps are new.\n\nThe ferry is idle.\n'
const YESTERDAY = new Date(Date.now() - 86_400_000)

async function imported({ manager, projectId }: World) {
  const files = { zh: ZH, en: EN }
  const { documentId } = await createDocument(
    manager,
    CreateInput.parse({
      projectId,
      title: 'Harbour briefing',
      governing: 'prevails-zh',
      files: (['zh', 'en'] as const).map((side) => ({
        side,
        fileName: `${side}.txt`,
        address: '',
        bytes: new TextEncoder().encode(files[side]),
      })),
    }),
  )
  const rows = await db.segment.findMany({ where: { documentId }, orderBy: { position: 'asc' }, select: { id: true } })
  return { documentId, ids: rows.map(({ id }) => id) }
}

async function lead(actor: Actor, segmentId: number, to: SegmentStatus, overrideReason?: string) {
  const { projectId, zhVersion, enVersion, status } = await db.segment.findUniqueOrThrow({ where: { id: segmentId } })
  return await setStatus(actor, { projectId, segmentId, to, seen: { zhVersion, enVersion, status }, overrideReason })
}

async function translate(actor: Actor, segmentId: number) {
  const { projectId, en, enVersion: seenVersion } = await db.segment.findUniqueOrThrow({ where: { id: segmentId } })
  const edit = { projectId, segmentId, side: 'en' as const, seenVersion, kind: 'edit' as const }
  await recordEdit(actor, { ...edit, text: `${en.slice(0, -1)} again.` })
  await lead(actor, segmentId, 'translated')
}

test('a deadline missed, a hand-over, a self-revision refused, an override logged, a member removed mid-work', async () => {
  const w = await world()
  const { manager, translator, reviser, reviewer, projectId } = w
  const second = await person('second')
  const { id: secondId } = await db.member.create({ data: { projectId, userId: second.userId, role: 'translator' } })
  const { documentId, ids } = await imported(w)
  expect(ids).toHaveLength(4)
  for (const id of ids) await lead(manager, id, 'draft')
  const whole = { fromSegmentId: ids[0], toSegmentId: ids[3] }
  const order = (step: AssignmentStep) => ({ projectId, documentId, step })
  const at = ({ id, version }: { id: string; version: number }) => ({
    projectId,
    assignmentId: id,
    seenVersion: version,
  })
  const work = async (actor: Actor) => (await listMyWork(actor))[0]

  // Two translators share it; the first misses the date, and hands over.
  const memberIds = [w.memberIds.translator, secondId]
  const { parts } = await planWork(manager, PlanInput.parse({ ...order('translate'), ranges: [whole], memberIds }))
  const given = parts.flatMap(({ memberId, ranges: [range] }) => ({ ...range, memberId }))
  await assignParts(manager, AssignPartsInput.parse({ ...order('translate'), dueAt: YESTERDAY, parts: given }))
  await remindOfDates()
  expect((await listNotices(translator)).map(({ kind }) => kind)).toContain('overdue')
  const late = await work(translator)
  expect(late).toMatchObject({ waiting: 2, done: 0, firstWaitingId: ids[0] })
  await handOverAssignment(translator, { ...at(late), memberId: secondId, reason: 'I am ill.' })
  expect(await listMyWork(second)).toHaveLength(2)

  // The second one translates a row and leaves; what they had lies in the pool, and the first one is back.
  await translate(second, ids[1])
  expect(await removeMember(manager, { projectId, memberId: secondId })).toEqual({ returned: 2 })
  expect((await listNotices(manager)).filter(({ kind }) => kind === 'returned')).toHaveLength(2)
  for (const left of await listMyPool(translator)) await takeAssignment(translator, at(left))
  await translate(translator, ids[2])
  // A reviser and the manager lend a hand.
  await translate(reviser, ids[0])
  await lead(manager, ids[3], 'translated')
  for (const mine of await listMyWork(translator)) {
    expect(mine).toMatchObject({ done: mine.segments, waiting: 0 })
    await finishAssignment(translator, at(mine))
  }

  // Nobody revises what they translated: refused when it is given, and on the row.
  const toReviser = AssignInput.parse({ ...order('revise'), ...whole, memberId: w.memberIds.reviser })
  await expect(assignRange(manager, toReviser)).rejects.toMatchObject({ problem: 'own-work-in-range' })
  await expect(lead(reviser, ids[0], 'revised')).rejects.toMatchObject({ problem: 'four-eyes' })
  await assignRange(manager, { ...toReviser, fromSegmentId: ids[1] })
  const revision = await work(reviser)
  for (const id of ids.slice(1)) await lead(reviser, id, 'revised')
  await finishAssignment(reviser, at(revision))
  await lead(manager, ids[0], 'revised')
  // The manager reads what they revised themselves, with a reason that is logged.
  await expect(lead(manager, ids[0], 'reviewed')).rejects.toMatchObject({ problem: 'four-eyes' })
  await lead(manager, ids[0], 'reviewed', 'The native reader is away until noon.')

  // A native reader takes the rest from the pool.
  await assignRange(manager, AssignInput.parse({ ...order('review'), ...whole, memberId: null, poolRole: 'reviewer' }))
  const [reading] = await listMyPool(reviewer)
  await takeAssignment(reviewer, at(reading))
  for (const id of ids.slice(1)) await lead(reviewer, id, 'reviewed')
  const read = await work(reviewer)
  expect(read).toMatchObject({ done: 4, waiting: 0 })
  await finishAssignment(reviewer, at(read))

  expect(await publishEdition(manager, { projectId, documentId, number: 1, note: '' })).toMatchObject({ number: 1 })
  const released = await db.segment.count({ where: { documentId, status: 'released' } })
  expect(released).toBe(4)
  const [first] = (await listAssignments(manager, { projectId })).filter(({ firstRow }) => firstRow === 1)
  expect(first.handOvers.map(({ act }) => act)).toEqual(['hand-over', 'return', 'take'])
  const log = await db.auditEntry.findMany({ where: { projectId }, select: { action: true } })
  const acts = log.map(({ action }) => action)
  for (const act of ['assignment.hand-over', 'assignment.return', 'member.remove', 'four-eyes.override'])
    expect(acts).toContain(act)
})
