/** Joins neighbouring rows into the first of them. Nothing is lost: histories, notes and work travel with their text. */
import type { ActingMember } from '../auth/require-member'
import { Prisma, type Transaction } from '../db'
import { rank, type SegmentStatus } from './rules'
import { TRAVELLERS } from './travellers'

type By = Pick<ActingMember, 'id' | 'sessionId'>

type MergedRow = {
  id: number
  zh: string
  en: string
  zhTail: string
  enTail: string
  zhVersion: number
  enVersion: number
  status: SegmentStatus
  stale: boolean
}

const SHOWN = {
  id: true,
  zh: true,
  en: true,
  zhTail: true,
  enTail: true,
  zhVersion: true,
  enVersion: true,
  status: true,
  stale: true,
} as const

/**
 * The rows must be neighbours in the order given. The joined text of each side stays the same byte for byte:
 * text, tail, text …, and the last row's tail. Marks of notes move by what now stands before them.
 */
export async function mergeRows(
  tx: Transaction,
  { projectId, ids, member }: { projectId: string; ids: number[]; member: By },
) {
  const by = { projectId, memberId: member.id, sessionId: member.sessionId ?? null }
  const found = await tx.segment.findMany({
    where: { projectId, id: { in: ids }, position: { not: null } },
    select: SHOWN,
  })
  const rows = ids.map((id) => found.find((row) => row.id === id)).filter((row) => row !== undefined)
  const [was, ...others] = rows
  if (!was || others.length === 0) return
  const first = { ...was }
  for (const other of others) await absorb(tx, first, other)
  const { zh, en, zhTail, enTail } = first
  const versions = {
    zhVersion: was.zhVersion + (zh === was.zh ? 0 : 1),
    enVersion: was.enVersion + (en === was.en ? 0 : 1),
  }
  // Joined words are only as far as the least of them; a row that had none of its own has no say.
  const worded = rows.filter((row) => row.zh !== '' || row.en !== '')
  const status = worded.map((row) => row.status).reduce((a, b) => (rank(b) < rank(a) ? b : a), was.status)
  const stale = rows.some((row) => row.stale)
  await tx.segment.update({
    where: { id: first.id },
    data: { zh, en, zhTail, enTail, status, stale, confirmed: false, ...versions, ...undone(status) },
  })
  if (status !== was.status) {
    await tx.transition.create({
      data: { ...by, segmentId: first.id, from: was.status, to: status, demotion: true },
    })
  }
  await keepHistory(tx, by, was, first)
}

/** Approvals of steps that the joined row has not reached. */
function undone(status: SegmentStatus) {
  return {
    ...(rank(status) < rank('revised') && { revisedBy: null }),
    ...(rank(status) < rank('reviewed') && { reviewedBy: null }),
  }
}

/** Adds the other row's texts to the first (in memory) and moves its notes; the row itself is retired. */
async function absorb(tx: Transaction, first: MergedRow, other: MergedRow) {
  const shift = { zh: before(first.zh, first.zhTail, other.zh), en: before(first.en, first.enTail, other.en) }
  for (const { table, by, only } of TRAVELLERS) {
    const marks = Prisma.sql`, "zhFrom" = "zhFrom" + ${shift.zh.length}, "zhTo" = "zhTo" + ${shift.zh.length},
      "enFrom" = "enFrom" + ${shift.en.length}, "enTo" = "enTo" + ${shift.en.length}`
    // Names of a list of ours, never input.
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET "segmentId" = ${first.id} ${by === 'marks' ? marks : Prisma.empty}
      WHERE "segmentId" = ${other.id} ${only ? Prisma.raw(`AND ${only}`) : Prisma.empty}`
  }
  // Whoever was given the row keeps it as part of the first.
  await tx.$executeRaw`
    UPDATE "Assignment" a SET "fromPosition" = kept."position"
    FROM "Segment" kept, "Segment" gone
    WHERE kept."id" = ${first.id} AND gone."id" = ${other.id}
      AND a."documentId" = gone."documentId" AND a."fromPosition" = gone."position"`
  await tx.$executeRaw`
    UPDATE "Assignment" a SET "toPosition" = kept."position"
    FROM "Segment" kept, "Segment" gone
    WHERE kept."id" = ${first.id} AND gone."id" = ${other.id}
      AND a."documentId" = gone."documentId" AND a."toPosition" = gone."position"`
  await tx.segment.update({ where: { id: other.id }, data: { position: null, mergedIntoId: first.id } })
  for (const side of ['zh', 'en'] as const) {
    const tail = first[`${side}Tail`]
    if (other[side] === '') first[`${side}Tail`] = tail + other[`${side}Tail`]
    else Object.assign(first, { [side]: shift[side] + other[side], [`${side}Tail`]: other[`${side}Tail`] })
  }
}

/** What stands before the absorbed text once it is absorbed. */
function before(text: string, tail: string, other: string): string {
  return other === '' ? text : text + tail
}

async function keepHistory(
  tx: Transaction,
  by: { projectId: string; memberId: string; sessionId: string | null },
  was: MergedRow,
  is: MergedRow,
) {
  const sides = (['zh', 'en'] as const).filter((side) => was[side] !== is[side])
  await tx.revision.createMany({
    data: sides.map((side) => ({
      ...by,
      segmentId: was.id,
      side,
      before: was[side],
      after: is[side],
      version: was[`${side}Version`] + 1,
      kind: 'align',
    })),
  })
}
