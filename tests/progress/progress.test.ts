import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignRange } from '../../lib/assignment/assign-range'
import { AssignInput } from '../../lib/assignment/input'
import { countWords } from '../../lib/bitext/text'
import { db } from '../../lib/db'
import { listBlocks } from '../../lib/progress/blocks'
import { getLoad } from '../../lib/progress/load'
import { getProgress } from '../../lib/progress/queries'
import { ROW_VOLUME } from '../../lib/progress/volume'
import type { SegmentStatus } from '../../lib/segment/rules'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

/** Eight Chinese units and two English words each, translated. */
const ROWS = Array.from(
  { length: 4 },
  (_, index) => [`今年检修灯塔${index + 1}次。`, `Lighthouses: ${index + 1}`] as [string, string],
)

const DAY = 86_400_000

async function desk() {
  const w = await world()
  const { documentId, ids } = await w.document(ROWS)
  await db.document.update({ where: { id: documentId }, data: { createdAt: new Date(Date.now() - 10 * DAY) } })
  const lead = (who: keyof World['memberIds'], row: number, from: SegmentStatus, to: SegmentStatus, daysAgo: number) =>
    step(w, ids[row], w.memberIds[who], from, to, daysAgo)
  const assign = (
    who: keyof World['memberIds'],
    step: string,
    first: number,
    last: number,
    dueAt: Date | null = null,
  ) =>
    assignRange(
      w.manager,
      AssignInput.parse({
        ...{ projectId: w.projectId, documentId, memberId: w.memberIds[who], step, dueAt },
        ...{ fromSegmentId: ids[first], toSegmentId: ids[last] },
      }),
    )
  return { w, projectId: w.projectId, documentId, ids, lead, assign }
}

/** As the commands write it, on a day of the past. */
async function step(
  w: World,
  segmentId: number,
  memberId: string,
  from: SegmentStatus,
  to: SegmentStatus,
  ago: number,
) {
  const createdAt = new Date(Date.now() - ago * DAY)
  await db.transition.create({ data: { projectId: w.projectId, segmentId, memberId, from, to, createdAt } })
  await db.segment.update({ where: { id: segmentId }, data: { status: to } })
}

describe('how far the work is', () => {
  test('by document and status, in every measure; protected rows count in none', async () => {
    const { w, projectId, ids, lead } = await desk()
    await lead('reviser', 0, 'translated', 'revised', 0)
    await db.segment.update({ where: { id: ids[3] }, data: { locked: true, kind: 'credit' } })
    const { documents } = await getProgress(w.observer, { projectId })
    expect(documents).toMatchObject([
      { byStatus: { revised: { rows: 1, zh: 8, en: 2 }, translated: { rows: 2, zh: 16, en: 4 }, draft: { rows: 0 } } },
    ])
  })

  test('by turn, with who speaks and where it begins', async () => {
    const { w, projectId, documentId, ids } = await desk()
    const speaks = { turn: 1, speakerZh: '王乐水', speakerEn: 'Wang Leshui' }
    await db.segment.updateMany({ where: { id: { in: ids.slice(1, 3) } }, data: { ...speaks, stale: true } })
    const { turns } = await getProgress(w.observer, { projectId, documentId })
    expect(turns).toMatchObject([
      { id: '', name: '', firstSegmentId: ids[0], stale: 0 },
      { id: '1', name: '王乐水', nameEn: 'Wang Leshui', firstSegmentId: ids[1], stale: 2 },
    ])
  })

  test('the days tell what remained, also where a text fell back, and nothing before it was brought in', async () => {
    const { w, projectId, lead } = await desk()
    await lead('reviser', 0, 'translated', 'revised', 5)
    await lead('reviser', 1, 'translated', 'revised', 3)
    await lead('translator', 1, 'revised', 'translated', 2)
    await lead('reviewer', 0, 'revised', 'reviewed', 1)
    const { days } = await getProgress(w.manager, { projectId, measure: 'rows' })
    const rows = (goal: 'revised' | 'reviewed') => days.slice(-7).map(({ remaining }) => remaining[goal].rows)
    expect(days).toHaveLength(28)
    expect(days[0].remaining.revised.rows).toBe(0)
    expect(rows('revised')).toEqual([4, 3, 3, 2, 3, 3, 3])
    expect(rows('reviewed')).toEqual([4, 4, 4, 4, 4, 3, 3])
    expect(days.at(-3)?.done.revised).toEqual({ rows: -1, zh: -8, en: -2 })
  })

  test('a deleted document is no work', async () => {
    const { w, projectId, documentId } = await desk()
    await db.document.update({ where: { id: documentId }, data: { deletedAt: new Date() } })
    expect(await getProgress(w.manager, { projectId })).toMatchObject({ documents: [] })
  })
})

describe('who has how much', () => {
  test('what of each assignment has not passed its step, what is late, and what was done lately', async () => {
    const { w, projectId, lead, assign } = await desk()
    await assign('reviser', 'revise', 0, 3, new Date(Date.now() - DAY))
    await lead('reviser', 0, 'translated', 'revised', 2)
    const { people, pieces } = await getLoad(w.manager, { projectId })
    expect(pieces).toMatchObject([{ firstRow: 1, lastRow: 4, all: { rows: 4 }, left: { rows: 3, zh: 24 } }])
    const reviser = people.find(({ memberId }) => memberId === w.memberIds.reviser)
    expect(reviser).toMatchObject({
      overdue: 1,
      left: { revise: { rows: 3 }, review: { rows: 0 } },
      lately: { rows: 1 },
    })
    expect(people.map(({ role }) => role)).not.toContain('observer')
  })

  test('an approved row whose governing text has changed is to do again', async () => {
    const { w, projectId, ids, lead, assign } = await desk()
    await assign('reviser', 'revise', 0, 0)
    await lead('reviser', 0, 'translated', 'revised', 0)
    await db.segment.update({ where: { id: ids[0] }, data: { stale: true } })
    expect((await getLoad(w.manager, { projectId })).pieces[0].left.rows).toBe(1)
  })

  test('who left and still holds work is shown', async () => {
    const { w, projectId, assign } = await desk()
    await assign('translator', 'translate', 0, 1)
    await db.member.update({ where: { id: w.memberIds.translator }, data: { removedAt: new Date() } })
    const { people } = await getLoad(w.manager, { projectId })
    expect(people.find(({ memberId }) => memberId === w.memberIds.translator)).toMatchObject({ role: null })
  })
})

test('what holds the work up is counted, with the document where it is one', async () => {
  const { w, projectId, documentId, ids, assign } = await desk()
  expect(await listBlocks(w.manager, { projectId })).toEqual([])
  await assign('reviser', 'revise', 0, 1, new Date(Date.now() - DAY))
  await db.segment.update({ where: { id: ids[0] }, data: { translatedBy: w.memberIds.reviser, stale: true } })
  expect(await listBlocks(w.manager, { projectId })).toEqual([
    { kind: 'overdue', count: 1, documentId },
    { kind: 'stale', count: 1, documentId },
    { kind: 'own-work', count: 1, documentId },
    { kind: 'unassigned', count: 2, documentId },
  ])
})

test('law: the database counts as countWords does', async () => {
  const text = fc.string({
    unit: fc.constantFrom(...'今年，。々〇“”AbéZ09３.,-%‰’·/@ \n', '10,000', 'Mr. ', '𠮷', 'G20'),
    maxLength: 40,
  })
  const samples = fc.sample(fc.tuple(text, text), { numRuns: 1_000, seed: 7 })
  const counted = await db.$queryRaw<{ zh: number; en: number }[]>`
    SELECT ${ROW_VOLUME} FROM jsonb_array_elements(${JSON.stringify(samples)}::jsonb) WITH ORDINALITY AS e(pair, place)
      CROSS JOIN LATERAL (SELECT pair->>0 AS "zh", pair->>1 AS "en") s ORDER BY place`
  for (const [index, [zh, en]] of samples.entries())
    expect([zh, en, counted[index].zh, counted[index].en]).toEqual([zh, en, countWords(zh, 'zh'), countWords(en, 'en')])
})
