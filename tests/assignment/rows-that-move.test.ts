/** What happens to a piece of work when its rows are merged or split: it keeps its words, whoever has it, and undone it is as it was. */
import { expect, test } from 'vitest'
import { mergeRange } from '../../lib/alignment/merge-range'
import { splitRow } from '../../lib/alignment/split-row'
import { undoStep } from '../../lib/alignment/undo-step'
import { assignRange } from '../../lib/assignment/assign-range'
import { AssignInput } from '../../lib/assignment/input'
import { listAssignments, listMyPool } from '../../lib/assignment/queries'
import { takeAssignment } from '../../lib/assignment/take-assignment'
import { db } from '../../lib/db'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const ROWS: [string, string][] = ['一。二。', '三。四。', '五。六。', '七。八。'].map((zh, index) => [
  zh,
  `${['One. Two.', 'Three. Four.', 'Five. Six.', 'Seven. Eight.'][index]}`,
])

/** Four rows, of which the second and third are given out. */
async function given(to: 'pool' | 'member') {
  const w = await world()
  const { documentId, ids } = await w.document(ROWS)
  const home = { projectId: w.projectId, documentId }
  const work = { ...home, step: 'revise' as const, fromSegmentId: ids[1], toSegmentId: ids[2] }
  await assignRange(
    w.manager,
    AssignInput.parse({
      ...work,
      memberId: to === 'pool' ? null : w.memberIds.reviser,
      poolRole: to === 'pool' ? 'reviser' : null,
    }),
  )
  const seen = async (...wanted: number[]) =>
    await db.segment.findMany({ where: { id: { in: wanted } }, select: { id: true, zhVersion: true, enVersion: true } })
  /** The Chinese of the rows it covers, and its rows by number. */
  const covers = async () => {
    const [assignment] = await listAssignments(w.manager, { projectId: w.projectId })
    const rows = await db.segment.findMany({
      where: { documentId, position: { not: null } },
      orderBy: { position: 'asc' },
      select: { zh: true },
    })
    const { firstRow, lastRow } = assignment!
    return rows.slice(firstRow - 1, lastRow).map(({ zh }) => zh)
  }
  return { w, home, ids, seen, covers }
}

type Given = Awaited<ReturnType<typeof given>>

const merge = async ({ w, home, ids, seen }: Given, from: number, to: number) =>
  await mergeRange(w.translator, {
    ...home,
    fromSegmentId: ids[from]!,
    toSegmentId: ids[to]!,
    seen: await seen(...ids.slice(from, to + 1)),
  })

const split = async ({ w, home, ids, seen }: Given, row: number) =>
  await splitRow(w.translator, {
    ...home,
    segmentId: ids[row]!,
    side: 'zh',
    offset: 2,
    otherOffset: null,
    seen: await seen(ids[row]!),
  })

const cases: [string, (at: Given) => Promise<{ step: number }>, string[]][] = [
  ['its two rows become one', (at) => merge(at, 1, 2), ['三。四。五。六。']],
  ['its first row goes into the one before', (at) => merge(at, 0, 1), ['一。二。三。四。', '五。六。']],
  ['its last row takes the one after', (at) => merge(at, 2, 3), ['三。四。', '五。六。七。八。']],
  ['all rows become one', (at) => merge(at, 0, 3), ['一。二。三。四。五。六。七。八。']],
  ['its first row is split', (at) => split(at, 1), ['三。', '四。', '五。六。']],
  ['its last row is split', (at) => split(at, 2), ['三。四。', '五。', '六。']],
  ['a row before it is split', (at) => split(at, 0), ['三。四。', '五。六。']],
  ['a row after it is split', (at) => split(at, 3), ['三。四。', '五。六。']],
]

test.each((['pool', 'member'] as const).flatMap((to) => cases.map((one) => [to, ...one] as const)))(
  '%s: %s',
  async (to, _, act, words) => {
    const at = await given(to)
    const { step } = await act(at)
    expect(await at.covers()).toEqual(words)
    await undoStep(at.w.translator, { ...at.home, step })
    expect(await at.covers()).toEqual(['三。四。', '五。六。'])
  },
)

test('merged in the pool it can still be taken, and has the rows it then covers', async () => {
  const at = await given('pool')
  await merge(at, 1, 2)
  const [waiting] = await listMyPool(at.w.reviser)
  expect(waiting).toMatchObject({ firstRow: 2, lastRow: 2, segments: 1 })
  const { id, version } = waiting!
  await takeAssignment(at.w.reviser, { projectId: at.w.projectId, assignmentId: id, seenVersion: version })
  expect(await at.covers()).toEqual(['三。四。五。六。'])
})
