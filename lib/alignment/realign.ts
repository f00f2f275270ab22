import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma, type Transaction } from '../db'
import { type AlignHooks, alignInWorker } from '../document/align-in-worker'
import type { AlignNotice } from '../document/align-task'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { readOwnTerms } from '../register/own-terms'
import { arrangementOf, type Cuts } from './arrangement'
import type { RealignInput, StepAnswer } from './input'
import { writeStep } from './journal'
import { readBlockCuts } from './read-block-cuts'
import { type Found, type Realigned, realigned, realignTask } from './realign-plan'
import { rearrange } from './rearrange'
import { type AlignedRow, faceOf, type RowAfter } from './rows-after'
import { holdsStill } from './rules'
import { inDocument } from './take-step'
import { lockRows, type Place, type Scene } from './window'

/** `onDone` is the last of the transaction: what belongs to the deed, as the end of the job that did it. */
type RealignHooks = AlignHooks & { onDone?: (tx: Transaction, answer: StepAnswer) => Promise<void> }

/**
 * Aligns a range, or all of the document, anew from the present texts. Confirmed, released and protected rows, and all
 * outside the range, stay as they are and guide the aligner. It runs beside the database: if any row has changed when it
 * is done, nothing is written. Of a range only the rows around it are read and locked.
 */
export async function realign(
  actor: Actor,
  { projectId, documentId, range }: RealignInput,
  hooks: RealignHooks = {},
): Promise<StepAnswer & { notice?: AlignNotice }> {
  const member = await requireMember(actor, projectId, 'segment.align')
  const place = { projectId, documentId }
  const rows = standing(await readRows(db, place, range), range)
  if (rows.every((row) => row.still)) throw new AppError('invalid', 'nothing-to-align')
  const task = realignTask(
    arrangementOf(
      rows,
      [...rows].sort((a, b) => a.enOrder - b.enOrder),
    ),
    rows,
    await readBlockCuts(place),
  )
  const { pieces: _, ...given } = task
  const { beads, engine, notice } = await alignInWorker({ ...given, terms: await readOwnTerms(projectId) }, hooks)
  hooks.signal?.throwIfAborted()
  const plan = keepHollow(realigned(task, rows, beads), rows)
  return await inDocument(member, place, async (tx, scene) => {
    const now = standing(await readRows(tx, place, range), range)
    if (!isSame(rows, now)) throw new AppError('conflict', 'changed-meanwhile')
    const answer = await carryOut(tx, scene, rows, plan, engine)
    await record(tx, actor, projectId, 'alignment.realign', documentId, {
      step: answer.step,
      rows: answer.changed.length,
      engine,
    })
    const said = notice ? { ...answer, notice } : answer
    await hooks.onDone?.(tx, said)
    return said
  })
}

type ReadRow = Awaited<ReturnType<typeof readRows>>[number]

/** The rows that take part, in their order: all, or those around a range. */
async function readRows(tx: Transaction, { projectId, documentId }: Place, range: RealignInput['range']) {
  const standing = { projectId, documentId, position: { not: null }, document: { deletedAt: null } }
  const near = range ? await findNear(tx, { projectId, documentId }, range) : {}
  const found = await tx.segment.findMany({
    where: { AND: [standing, near] },
    orderBy: { position: 'asc' },
    select: {
      id: true, position: true, enOrder: true, kind: true, label: true, zhParagraph: true, enParagraph: true, zh: true, en: true,
      zhTail: true, enTail: true, zhVersion: true, enVersion: true, confirmed: true, locked: true, status: true,
    },
  }) // biome-ignore format: a list
  if (found.length === 0) throw new AppError('not-found', 'not-found')
  return found.map((row) => ({ ...row, position: row.position as number, enOrder: row.enOrder as number }))
}

/** Rows on either side of a range that guide the aligner; what is farther off tells it nothing more. */
const CONTEXT = 200

type Near = {
  first: number | null
  last: number | null
  from: number
  to: number
  enFrom: number | null
  enTo: number | null
}

/** The range with its context, and whatever has English between that of the range, wherever its row stands. */
async function findNear(
  tx: Transaction,
  { projectId, documentId }: Place,
  { fromSegmentId, toSegmentId }: NonNullable<RealignInput['range']>,
): Promise<Prisma.SegmentWhereInput> {
  const inDocument = Prisma.sql`FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid`
  const end = (id: number) => Prisma.sql`(SELECT "position" ${inDocument} AND "id" = ${id})`
  const [near] = await tx.$queryRaw<Near[]>`
    WITH ends AS (SELECT ${end(fromSegmentId)} AS one, ${end(toSegmentId)} AS other),
      range AS (SELECT least(one, other) AS first, greatest(one, other) AS last FROM ends WHERE one IS NOT NULL AND other IS NOT NULL),
      english AS (SELECT min("enOrder") AS "enFrom", max("enOrder") AS "enTo" ${inDocument}
        AND "position" BETWEEN (SELECT first FROM range) AND (SELECT last FROM range) AND "en" <> '')
    SELECT first, last, "enFrom", "enTo",
      coalesce((SELECT min("position") FROM (SELECT "position" ${inDocument} AND "position" < first ORDER BY "position" DESC LIMIT ${CONTEXT}) b), first) AS "from",
      coalesce((SELECT max("position") FROM (SELECT "position" ${inDocument} AND "position" > last ORDER BY "position" LIMIT ${CONTEXT}) a), last) AS "to"
    FROM english LEFT JOIN range ON true`
  // An end that is not in the document leaves only what says whether there is a document at all.
  if (near.first === null) return {}
  const around = { position: { gte: near.from, lte: near.to } }
  if (near.enFrom === null || near.enTo === null) return around
  return { OR: [around, { en: { not: '' }, enOrder: { gte: near.enFrom, lte: near.enTo } }] }
}

type StandingRow = ReadRow & { still: boolean }

function standing(rows: readonly ReadRow[], range: RealignInput['range']): StandingRow[] {
  const [one, other] = range
    ? [range.fromSegmentId, range.toSegmentId].map((id) => rows.findIndex((row) => row.id === id))
    : [0, rows.length - 1]
  if (one < 0 || other < 0) throw new AppError('invalid', 'range-outside-document')
  const [first, last] = [Math.min(one, other), Math.max(one, other)]
  return rows.map((row, index) => ({ ...row, still: index < first || index > last || holdsStill(row) }))
}

function isSame(seen: readonly StandingRow[], now: readonly StandingRow[]): boolean {
  return (
    seen.length === now.length &&
    seen.every((row, index) => {
      const other = now[index]
      return (
        row.id === other.id &&
        row.zhVersion === other.zhVersion &&
        row.enVersion === other.enVersion &&
        row.enOrder === other.enOrder &&
        row.still === other.still
      )
    })
  )
}

/** Rows without any text are in no bead. Those that hold still stay behind the row they stood behind. */
function keepHollow({ cuts, found }: Realigned, rows: readonly StandingRow[]): Realigned {
  const there = new Set(cuts.zh.map(({ row }) => row))
  const kept: Cuts = { zh: [...cuts.zh], en: [...cuts.en] }
  rows.forEach(({ id, still }, index) => {
    if (!still || there.has(id)) return
    const before = rows.slice(0, index).findLast((row) => there.has(row.id))
    for (const side of ['zh', 'en'] as const) {
      const at = before ? kept[side].findIndex(({ row }) => row === before.id) : -1
      kept[side].splice(at + 1, 0, { row: id, to: at < 0 ? 0 : kept[side][at].to })
    }
    there.add(id)
  })
  return { cuts: kept, found }
}

async function carryOut(
  tx: Transaction,
  scene: Scene,
  rows: readonly StandingRow[],
  plan: Realigned,
  engine: string,
): Promise<StepAnswer> {
  const all = await lockRows(
    tx,
    scene,
    rows.map(({ id }) => id),
  )
  const known = new Map(all.map((row) => [row.id, row]))
  // New rows come in the same order out of both lists, so that the number of each is that of its bead.
  const fresh = plan.cuts.zh.filter(({ row }) => row < 0).map(({ row }) => row)
  let next = 0
  const foundOf = new Map<number, Found | undefined>()
  const { rearrangement, changed } = await rearrange(tx, scene, all, {
    cuts: plan.cuts,
    face: (row) => {
      if (!foundOf.has(row.id)) foundOf.set(row.id, plan.found.get(known.has(row.id) ? row.id : fresh[next++]))
      return judged(row, known.get(row.id), foundOf.get(row.id))
    },
  })
  const alignedBy = { before: scene.alignedBy, after: engine }
  await tx.document.update({ where: { id: scene.documentId }, data: { alignedBy: engine }, select: { id: true } })
  const step = await writeStep(tx, scene, 'realign', { rearrangement: { ...rearrangement, alignedBy } }, changed.length)
  return { step, changed }
}

/** A row whose texts are as they were stays as it was judged; of any other, what the aligner says holds. */
function judged(row: RowAfter, known: AlignedRow | undefined, found: Found | undefined) {
  const same = known && known.zh === row.zh && known.en === row.en
  return faceOf(same || !found ? row : { ...row, ...found })
}
