/**
 * Takes one step with many notes, in one transaction: all that may take it do, the others stay, and it is said why.
 * Each note is judged as by the command for a single one, written only as the person saw it, and has its step on record.
 */
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import { db, Prisma, type Transaction } from '../db'
import { AppError } from '../errors'
import { recordMany } from '../project/audit'
import { mendingRevision } from './decide-discrepancy'
import { type ActOnManyInput, MOST_AT_ONCE, type PreviewManyInput } from './input'
import { NOTES, orderOf, whereOf } from './ledger-where'
import { type ActRefusal, type JudgedNote, mayAct, refuseAct } from './refuse-act'
import { DISCREPANCY_ACTS, type DiscrepancyState, verifiesOwnWork } from './rules'
import { UNDECIDED_NOTE } from './take-step'

type Seen = { id: string; version: number }

export type RefusedNotes = { why: ActRefusal; count: number; numbers: number[] }[]

/**
 * `going` is handed back with the act. `anew`: how many of these have a proposal or decision already, which this one takes the
 * place of. `beyond`: how many more the filter shows than are done at once.
 */
export type ManyPreview = { going: Seen[]; anew: number; refused: RefusedNotes; beyond: number }

type Step = Omit<PreviewManyInput, 'on'>

type FoundNote = JudgedNote & {
  id: string
  number: number
  version: number
  segmentId: number
  raisedAt: Date
  decisionNote: string
  zhQuote: string
  zhFrom: number | null
  zhTo: number | null
  enQuote: string
  enFrom: number | null
  enTo: number | null
}

export async function previewActOnMany(actor: Actor, input: PreviewManyInput): Promise<ManyPreview> {
  const { projectId, on } = input
  const member = await requireActOnMany(actor, input)
  const asked = { projectId, memberId: member.id, filter: 'filter' in on ? on.filter : {} }
  const which = 'ids' in on ? Prisma.sql`d."id" = ANY(${on.ids}::uuid[])` : Prisma.sql`true`
  const found = await db.$queryRaw<{ id: string; all: number }[]>`
    SELECT d."id", (count(*) OVER ())::int AS all FROM ${NOTES} WHERE ${whereOf(asked)} AND ${which}
    ORDER BY ${orderOf('place', 'none')} LIMIT ${MOST_AT_ONCE}::int`
  const notes = await readNotes(
    db,
    projectId,
    found.map(({ id }) => id),
  )
  const { going, refused } = await judge(db, member, input, notes, null)
  return {
    going: going.map(({ id, version }) => ({ id, version })),
    anew: input.decision === null ? 0 : going.filter(({ decision }) => decision !== null).length,
    refused,
    beyond: (found[0]?.all ?? 0) - found.length,
  }
}

export async function actOnMany(actor: Actor, input: ActOnManyInput): Promise<{ done: number; refused: RefusedNotes }> {
  const { projectId, act } = input
  const member = await requireActOnMany(actor, input)
  return await db.$transaction(async (tx) => {
    const ids = input.notes.map(({ id }) => id)
    if (act === 'decide') await announceToSavesOf(tx, projectId, ids)
    // In one order, so that two who act on the same notes wait for each other instead of locking each other out.
    await tx.$queryRaw`SELECT "id" FROM "Discrepancy" WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
    const notes = await readNotes(tx, projectId, ids)
    const { going, refused } = await judge(tx, member, input, notes, input.notes)
    if (going.length > 0) await take(tx, actor, member, input, going)
    return { done: going.length, refused }
  })
}

async function requireActOnMany(actor: Actor, { projectId, act, decision }: Step): Promise<ActingMember> {
  const asksIssuer = act === 'decide' && decision === 'query-issuer'
  const member = await requireMember(actor, projectId, asksIssuer ? 'discrepancy.query-issuer' : 'project.read')
  if (!mayAct(member.role, act)) throw new AppError('forbidden', 'not-allowed')
  return member
}

async function readNotes(tx: Transaction, projectId: string, ids: readonly string[]): Promise<FoundNote[]> {
  return await tx.$queryRaw<FoundNote[]>`
    SELECT d."id", d."number", d."version", d."segmentId", d."raisedAt", d."decisionNote",
      d."zhQuote", d."zhFrom", d."zhTo", d."enQuote", d."enFrom", d."enTo", d."state", d."decision",
      doc."governing", d."proposedById", d."decidedById", d."mendedById" IS NOT NULL AS mended,
      array_remove(ARRAY[r."memberId", r."authorId"], NULL) AS "menderIds"
    FROM ${NOTES} LEFT JOIN "Revision" r ON r."id" = d."mendedById"
    WHERE d."projectId" = ${projectId}::uuid AND d."id" = ANY(${[...ids]}::uuid[])
    ORDER BY ${orderOf('place', 'none')}`
}

/** `seen`: as the person saw them; null while they are being shown. Of those refused the first numbers are named. */
async function judge(
  tx: Transaction,
  member: ActingMember,
  { projectId, act, decision, reason }: Step,
  notes: FoundNote[],
  seen: readonly Seen[] | null,
) {
  const { fourEyes } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { fourEyes: true } })
  const wanted = { act, decision, fourEyes, overrides: reason !== '' }
  const versions = seen && new Map(seen.map(({ id, version }) => [id, version]))
  const refused = new Map<ActRefusal, number[]>()
  const going = notes.filter((note) => {
    const changed = versions !== null && versions.get(note.id) !== note.version
    const why = changed ? 'changed' : refuseAct(note, member, wanted)
    if (why) refused.set(why, [...(refused.get(why) ?? []), note.number])
    return why === null
  })
  const named = Array.from(refused, ([why, numbers]) => ({ why, count: numbers.length, numbers: numbers.slice(0, 8) }))
  return { going, refused: named }
}

/** Rows before notes, as everywhere: a save that is under way either is seen or will see the decisions. */
async function announceToSavesOf(tx: Transaction, projectId: string, ids: readonly string[]) {
  await tx.$queryRaw`
    SELECT "id" FROM "Segment" WHERE "id" IN (
      SELECT "segmentId" FROM "Discrepancy" WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${[...ids]}::uuid[]))
    ORDER BY "id" FOR UPDATE`
  await tx.$executeRaw`
    UPDATE "Segment" SET "stale" = "stale" WHERE "id" IN (
      SELECT "segmentId" FROM "Discrepancy" WHERE "projectId" = ${projectId}::uuid AND "id" = ANY(${[...ids]}::uuid[]))`
}

async function take(tx: Transaction, actor: Actor, member: ActingMember, input: ActOnManyInput, going: FoundNote[]) {
  const { projectId, act, decision, note, reason } = input
  const batchId = randomUUID()
  const said = act === 'decide' || act === 'propose' ? note : reason
  for (const { ids, data } of await changesOf(tx, member, input, going)) {
    await tx.discrepancy.updateMany({
      where: { projectId, id: { in: ids } },
      data: { ...data, state: DISCREPANCY_ACTS[act].to, version: { increment: 1 } },
    })
  }
  await tx.discrepancyStep.createMany({
    data: going.map((one) => ({
      projectId,
      discrepancyId: one.id,
      act,
      from: one.state,
      to: DISCREPANCY_ACTS[act].to satisfies DiscrepancyState,
      decision: decision ?? one.decision,
      reason: said,
      memberId: member.id,
      batchId,
    })),
  })
  const deeds = going.map((one) => ({
    subject: one.id,
    detail: {
      from: one.state,
      decision: decision ?? one.decision,
      decisionNote: one.decisionNote,
      reason: said,
      batchId,
    },
  }))
  await recordMany(tx, actor, projectId, `discrepancy.${act}`, deeds)
  if (act !== 'verify') return
  const own = going.filter((one) => verifiesOwnWork(member.id, [one.decidedById, ...one.menderIds]))
  const overridden = own.map(({ id, number }) => ({ subject: id, detail: { number, reason, batchId } }))
  if (reason !== '') await recordMany(tx, actor, projectId, 'four-eyes.override', overridden)
}

/** What is written, by the notes it is written to: only what mended a note differs from one to the next. */
async function changesOf(tx: Transaction, member: ActingMember, input: ActOnManyInput, going: FoundNote[]) {
  const { act, decision, note, legalEffect } = input
  const all = going.map(({ id }) => id)
  const now = new Date()
  if (act === 'verify') return [{ ids: all, data: { verifiedById: member.id, verifiedAt: now } }]
  if (act === 'contest' || act === 'reopen' || decision === null) return [{ ids: all, data: UNDECIDED_NOTE }]
  const decided = { decision, decisionNote: note, legalEffect }
  if (act === 'propose') return [{ ids: all, data: { ...decided, proposedById: member.id } }]
  const byRevision = new Map<number | null, string[]>()
  for (const one of going) {
    const mendedById = await mendingRevision(tx, decision, { ...one, document: one })
    byRevision.set(mendedById, [...(byRevision.get(mendedById) ?? []), one.id])
  }
  return Array.from(byRevision, ([mendedById, ids]) => ({
    ids,
    data: { ...decided, mendedById, decidedById: member.id, decidedAt: now },
  }))
}
