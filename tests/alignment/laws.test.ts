/** Random work on real documents: texts keep their bytes, steps their way back, and nothing is left behind. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmTo } from '../../lib/alignment/confirm-rows'
import type { StepAnswer } from '../../lib/alignment/input'
import { mergeRange } from '../../lib/alignment/merge-range'
import { moveEnglish } from '../../lib/alignment/move-english'
import { pullText } from '../../lib/alignment/pull-text'
import { pushText } from '../../lib/alignment/push-text'
import { getAlignmentState } from '../../lib/alignment/queries'
import { redoStep } from '../../lib/alignment/redo-step'
import { shiftColumn } from '../../lib/alignment/shift-column'
import { splitRow } from '../../lib/alignment/split-row'
import { swapEnglish } from '../../lib/alignment/swap-english'
import { undoStep } from '../../lib/alignment/undo-step'
import { assignRange } from '../../lib/assignment/assign-range'
import type { Actor } from '../../lib/auth/actor'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { AppError } from '../../lib/errors'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const KINDS = [
  'push',
  'pull',
  'far-push',
  'far-pull',
  'down',
  'up',
  'split',
  'merge',
  'swap',
  'move',
  'confirm',
  'unconfirm',
] as const

type Act = {
  kind: (typeof KINDS)[number] | 'edit' | 'undo' | 'redo'
  row: number
  other: number
  side: 'zh' | 'en'
  at: number
}

const ACT: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS, 'undo', 'redo'),
  row: fc.nat(11),
  other: fc.nat(11),
  side: fc.constantFrom('zh', 'en'),
  at: fc.nat(24),
})

const ROWS: [string, string][] = [
  ['第一句。第二句。', 'The first sentence. The second one.'],
  ['𠀀字在此。', ''],
  ['', 'A line with no Chinese.'],
  ['他说：“好。” ', 'He said “yes”. '],
  ['第五句。', 'Fifth 👩‍👩‍👧 family.'],
  ['末句。又一句。', 'Last. And one more.'],
]

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(documentId: string) {
  return await db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })
}

function joined(rows: Row[], side: 'zh' | 'en') {
  const sorted = side === 'zh' ? rows : [...rows].sort((a, b) => (a.enOrder ?? 0) - (b.enOrder ?? 0))
  return sorted.map((row) => row[side] + row[`${side}Tail`]).join('')
}

async function begin(w: World) {
  const { documentId, ids } = await w.document(ROWS)
  for (const [index, id] of ids.entries()) {
    const [zh, en] = ROWS[index]
    await db.segment.update({
      where: { id },
      data: {
        zhTail: zh && index % 2 ? '\n' : '',
        enTail: en ? ' ' : '',
        status: zh && en ? (index === 0 ? 'reviewed' : 'translated') : 'draft',
        confidence: 0.5,
      },
    })
  }
  const note = { projectId: w.projectId, type: 'number', severity: 'minor', note: '' } as const
  await raiseDiscrepancy(w.reviser, {
    ...note,
    segmentId: ids[0],
    zh: { from: 2, to: 6, quote: '句。第二' },
    en: { from: 4, to: 9, quote: 'first' },
  })
  await raiseDiscrepancy(w.reviser, { ...note, segmentId: ids[4], zh: null, en: { from: 0, to: 5, quote: 'Fifth' } })
  await db.comment.create({
    data: { projectId: w.projectId, documentId, segmentId: ids[2], body: 'x', memberId: w.memberIds.reviser },
  })
  await assignRange(w.manager, {
    projectId: w.projectId,
    documentId,
    memberId: w.memberIds.reviser,
    fromSegmentId: ids[1],
    toSegmentId: ids[3],
    step: 'revise',
    poolRole: null,
    dueAt: null,
    zone: 'UTC',
    instruction: '',
  })
  return { projectId: w.projectId, documentId }
}

type Home = Awaited<ReturnType<typeof begin>>

const seenOf = (rows: Row[]) => rows.map(({ id, zhVersion, enVersion }) => ({ id, zhVersion, enVersion }))

async function perform(actor: Actor, home: Home, { kind, row, other, side, at }: Act): Promise<StepAnswer | null> {
  const rows = await rowsOf(home.documentId)
  const [one, two] = [rows[row % rows.length], rows[other % rows.length]]
  const seen = seenOf(one === two ? [one] : [one, two])
  const on = { ...home, segmentId: one.id, side, seen }
  try {
    if (kind === 'push') return await pushText(actor, { ...on, offset: at })
    if (kind === 'pull') return await pullText(actor, { ...on, offset: at })
    if (kind === 'far-push') return await pushText(actor, { ...on, offset: at, toSegmentId: two.id })
    if (kind === 'far-pull') return await pullText(actor, { ...on, offset: at, toSegmentId: two.id })
    if (kind === 'down' || kind === 'up') return await shiftColumn(actor, { ...on, direction: kind })
    if (kind === 'split') return await splitRow(actor, { ...on, offset: at, otherOffset: at % 3 === 0 ? null : other })
    if (kind === 'merge') return await mergeRange(actor, { ...home, seen, fromSegmentId: one.id, toSegmentId: two.id })
    if (kind === 'swap') return await swapEnglish(actor, { ...home, seen, segmentId: one.id, withSegmentId: two.id })
    if (kind === 'move') return await moveEnglish(actor, { ...home, seen, fromSegmentId: one.id, toSegmentId: two.id })
    if (kind === 'undo' || kind === 'redo') return await turn(actor, home, kind)
    return await confirmTo(actor, { ...home, segmentId: one.id, fromSegmentId: null, confirmed: kind === 'confirm' })
  } catch (error) {
    if (error instanceof AppError && error.problem !== 'step-gone') return null
    throw error
  }
}

async function turn(actor: Actor, home: Home, kind: 'undo' | 'redo'): Promise<StepAnswer | null> {
  const { [kind]: next } = await getAlignmentState(actor, home)
  if (!next) return null
  return await (kind === 'undo' ? undoStep : redoStep)(actor, { ...home, step: next.number })
}

async function turnAll(actor: Actor, home: Home, kind: 'undo' | 'redo') {
  while (await turn(actor, home, kind));
}

/** All that undo has to bring back; versions and places may differ. */
async function picture({ documentId }: Home) {
  const rows = await rowsOf(documentId)
  const index = new Map(rows.map((row, at) => [row.position, at]))
  const english = [...rows].filter((row) => row.en !== '').sort((a, b) => (a.enOrder ?? 0) - (b.enOrder ?? 0))
  const hung = { orderBy: { id: 'asc' }, where: { documentId } } as const
  const notes = await db.discrepancy.findMany({
    ...hung,
    select: { segmentId: true, zhFrom: true, zhTo: true, enFrom: true, enTo: true },
  })
  const comments = await db.comment.findMany({ ...hung, select: { segmentId: true } })
  const ranges = await db.assignment.findMany(hung)
  return {
    rows: rows.map(({ id, zh, en, zhTail, enTail, status, confirmed, confidence, moved, stale, reviewedBy }) => ({
      id, zh, en, zhTail, enTail, status, confirmed, confidence, moved, stale, reviewedBy,
    })), // biome-ignore format: a list
    english: english.map((row) => row.id),
    notes,
    comments,
    ranges: ranges.map((range) => [index.get(range.fromPosition), index.get(range.toPosition)]),
  }
}

/** The same of two documents that began alike: rows by their number at the start, what hangs on them in any order. */
async function relative(home: Home, rows: Row[]) {
  const number = new Map(rows.map((row, index) => [row.id, index]))
  const now = await picture(home)
  const sorted = (list: { segmentId: number }[]) =>
    list.map((each) => JSON.stringify({ ...each, segmentId: number.get(each.segmentId) })).sort()
  return {
    rows: now.rows.map((row) => ({ ...row, id: number.get(row.id) })),
    english: now.english.map((id) => number.get(id)),
    notes: sorted(now.notes),
    comments: sorted(now.comments),
    ranges: now.ranges,
  }
}

async function requireWhole(home: Home) {
  const rows = await rowsOf(home.documentId)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const note of await db.discrepancy.findMany({ where: { documentId: home.documentId } })) {
    const row = byId.get(note.segmentId)
    expect(row).toBeDefined()
    expect(note.zhTo ?? 0).toBeLessThanOrEqual(row?.zh.length ?? 0)
    expect(note.enTo ?? 0).toBeLessThanOrEqual(row?.en.length ?? 0)
  }
  for (const comment of await db.comment.findMany({ where: { documentId: home.documentId } })) {
    expect(byId.has(comment.segmentId)).toBe(true)
  }
  // Whatever the memory finds texts by has gone along with them.
  const [{ strays }] = await db.$queryRaw<[{ strays: number }]>`
    SELECT count(*)::int AS strays FROM "Segment" s LEFT JOIN "MemorySign" m ON m."segmentId" = s."id"
    WHERE s."documentId" = ${home.documentId}::uuid AND (m."zhSign", m."enSign", m."zhLength", m."enLength")
      IS DISTINCT FROM (memory_sign(s."zh"), memory_sign(s."en"), memory_length(s."zh"), memory_length(s."en"))`
  expect(strays).toBe(0)
  const places = new Set(rows.map((row) => row.position))
  for (const range of await db.assignment.findMany({ where: { documentId: home.documentId } })) {
    expect([places.has(range.fromPosition), places.has(range.toPosition)]).toEqual([true, true])
  }
  const all = await db.segment.findMany({
    where: { documentId: home.documentId },
    include: { revisions: { orderBy: { id: 'asc' } } },
  })
  for (const row of all) {
    for (const side of ['zh', 'en'] as const) {
      const history = row.revisions.filter((revision) => revision.side === side)
      history.forEach((revision, index) => {
        if (index > 0) expect(revision.before).toBe(history[index - 1].after)
      })
      if (history.length > 0) expect(history.at(-1)?.after).toBe(row[side])
    }
  }
}

/** From here on no sign stands in the texts. */
const FIRST_SIGN = 0x20100

const RUNS = { numRuns: Number(process.env.LAW_RUNS ?? 8), endOnFailure: false }

describe('random work', () => {
  test('keeps every byte of each side in its order, and everything that hangs on rows', async () => {
    const w = await world()
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 14 }), async (acts) => {
        const home = await begin(w)
        const start = await picture(home)
        const rows = await rowsOf(home.documentId)
        const texts = [joined(rows, 'zh'), joined(rows, 'en')]
        for (const act of acts) {
          await perform(w.manager, home, act)
          const now = await rowsOf(home.documentId)
          expect([joined(now, 'zh'), joined(now, 'en')]).toEqual(texts)
          await requireWhole(home)
        }
        await turnAll(w.manager, home, 'redo')
        const end = await picture(home)
        await turnAll(w.manager, home, 'undo')
        expect(await picture(home)).toEqual(start)
        await turnAll(w.manager, home, 'redo')
        expect(await picture(home)).toEqual(end)
        await requireWhole(home)
      }),
      RUNS,
    )
  }, 300_000)

  test('a border carried over many rows leaves what carrying it row by row leaves, in one step that is undone', async () => {
    const w = await world()
    const drag = fc.record({ from: fc.nat(5), to: fc.nat(5), side: fc.constantFrom('zh', 'en'), at: fc.nat(24) })
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { maxLength: 3 }), drag, async (acts, { from, to, side, at }) => {
        const [far, near] = [await begin(w), await begin(w)]
        for (const act of acts) for (const home of [far, near]) await perform(w.manager, home, act)
        const [all, others] = [await rowsOf(far.documentId), await rowsOf(near.documentId)]
        const [one, two] = [from % all.length, to % all.length]
        const kind = two > one ? 'far-push' : 'far-pull'
        const start = await relative(far, all)
        const step = await perform(w.manager, far, { kind, row: one, other: two, side, at })
        // Text that stands in another order than its rows is not carried over them.
        if (!step || one === two) return
        const carry = two > one ? pushText : pullText
        // Text goes from cell to cell in the order of its own side.
        const cells = side === 'zh' ? others : [...others].sort((a, b) => (a.enOrder ?? 0) - (b.enOrder ?? 0))
        const ends = [cells.indexOf(others[one]), cells.indexOf(others[two])].sort((a, b) => a - b)
        const way = cells.slice(ends[0], ends[1] + 1)
        for (const { id } of (two > one ? way : way.reverse()).slice(0, -1)) {
          const [own] = await db.segment.findMany({ where: { id } })
          const on = { ...near, segmentId: id, side, seen: seenOf([own]) }
          await carry(w.manager, { ...on, offset: id === others[one].id ? at : 0 })
        }
        // A row that was empty and is again was never touched on the way: there alone judgements differ.
        const judged = { confidence: 0, confirmed: 0, status: 0, stale: 0, reviewedBy: 0 }
        const isSame = ({ zh, en }: { zh: string; en: string }, row: number) =>
          start.rows[row]?.zh === zh && start.rows[row]?.en === en
        const bare = ({ rows, english, ...hung }: typeof start) => ({
          english,
          // What hung on a row that is gone went along with its text, or row by row to the nearest.
          ...(rows.length === start.rows.length ? hung : {}),
          rows: rows.map((row) => (isSame(row, row.id ?? -1) ? { ...row, ...judged } : row)),
        })
        expect(bare(await relative(far, all))).toEqual(bare(await relative(near, others)))
        await undoStep(w.manager, { ...far, step: step.step })
        expect(await relative(far, all)).toEqual(start)
      }),
      RUNS,
    )
  }, 300_000)

  test('with edits in between: what was written stays, whatever is undone', async () => {
    const w = await world()
    const act = fc.record({
      ...{ row: fc.nat(11), other: fc.nat(11), side: fc.constantFrom('zh', 'en'), at: fc.nat(24) },
      kind: fc.constantFrom<Act['kind']>(...KINDS, 'edit', 'edit', 'edit', 'undo', 'undo', 'redo'),
    }) as fc.Arbitrary<Act>
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const home = await begin(w)
        let nonce = 0
        const wanted: string[] = []
        for (const one of acts) {
          const before = await rowsOf(home.documentId)
          if (one.kind !== 'edit') {
            await perform(w.manager, home, one)
            const after = await rowsOf(home.documentId)
            expect([joined(after, 'zh'), joined(after, 'en')]).toEqual([joined(before, 'zh'), joined(before, 'en')])
          } else {
            const row = before[one.row % before.length]
            // One sign, so that no later edit falls into its midst.
            const [text, word] = [row[one.side], String.fromCodePoint(FIRST_SIGN + nonce++)]
            const at = [...text].slice(0, one.at).join('').length
            const edited = text.slice(0, at) + word + text.slice(at)
            await recordEdit(w.manager, {
              projectId: home.projectId, segmentId: row.id, side: one.side, text: edited, seenVersion: row[`${one.side}Version`], kind: 'edit', correction: 'editorial',
            }) // biome-ignore format: a call
            wanted.push(one.side + word)
          }
          await requireWhole(home)
        }
        await turnAll(w.manager, home, 'undo')
        await turnAll(w.manager, home, 'redo')
        const rows = await rowsOf(home.documentId)
        for (const word of wanted) expect(joined(rows, word.slice(0, 2) as 'zh' | 'en')).toContain(word.slice(2))
        await requireWhole(home)
      }),
      RUNS,
    )
  }, 300_000)

  test('of two people at once: nothing is lost, and what was acknowledged is in the journal', async () => {
    const w = await world()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(ACT, ACT), { minLength: 2, maxLength: 6 }), async (pairs) => {
        const home = await begin(w)
        const start = await picture(home)
        const rows = await rowsOf(home.documentId)
        const texts = [joined(rows, 'zh'), joined(rows, 'en')]
        const steps: number[] = []
        for (const [one, other] of pairs) {
          const align = (act: Act): Act => (act.kind === 'undo' || act.kind === 'redo' ? { ...act, kind: 'push' } : act)
          const answers = await Promise.all([
            perform(w.manager, home, align(one)),
            perform(w.translator, home, align(other)),
          ])
          steps.push(...answers.flatMap((answer) => answer?.step ?? []))
          const now = await rowsOf(home.documentId)
          expect([joined(now, 'zh'), joined(now, 'en')]).toEqual(texts)
          await requireWhole(home)
        }
        const kept = await db.alignmentStep.findMany({ where: { documentId: home.documentId } })
        expect(kept.map((step) => step.number).sort((a, b) => a - b)).toEqual(steps.sort((a, b) => a - b))
        await turnAll(w.manager, home, 'undo')
        expect(await picture(home)).toEqual(start)
      }),
      RUNS,
    )
  }, 300_000)
})
