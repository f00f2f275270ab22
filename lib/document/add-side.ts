import type { Actor } from '../auth/actor'
import { type ActingMember, requireMember } from '../auth/require-member'
import type { Intake } from '../bitext/intake/block'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { readOwnTerms } from '../register/own-terms'
import { lockStructure } from '../segment/lock-structure'
import { mergeRows } from '../segment/merge-rows'
import { alignInWorker } from './align-in-worker'
import type { AlignNotice } from './align-task'
import { alignTexts, type Hooks } from './align-texts'
import { findBlockCuts, type Guides, guidesOf } from './anchors'
import type { AddSideInput } from './input'
import { insertBetween } from './insert-between'
import { type Placement, placeBeside } from './place-beside'
import { type ReadText, readFiles } from './read-files'
import type { CutText } from './rows'
import { unitsOf } from './units'
import { writeRows, writeSource } from './write-document'

const LONG = { timeout: 300_000, maxWait: 10_000 }

/**
 * Brings the missing side of a document in and aligns it. A document no one has worked on is aligned anew from both texts;
 * otherwise every row keeps its text, history, notes and work, and the new text is placed beside the rows.
 */
export async function addSide(
  actor: Actor,
  input: AddSideInput,
  hooks: Hooks = {},
): Promise<{ documentId: string; segments: number; notice?: AlignNotice }> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'document.import')
  hooks.onProgress?.('reading', 0)
  const present = await loadPresent(projectId, documentId)
  const text = await readSide(input, present.side)
  const placed = present.worked
    ? await besideWork(actor, member, input, present, text, hooks)
    : await afresh(actor, member, input, present, text, hooks)
  return { documentId, ...placed }
}

async function loadPresent(projectId: string, documentId: string) {
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: {
      version: true,
      sources: { select: { side: true, text: true, intake: true } },
      _count: { select: { discrepancies: true, assignments: true } },
    },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const [source, second] = document.sources
  if (!source || second) throw new AppError('invalid', 'side-exists')
  const touched = await db.segment.count({
    where: { documentId, OR: [{ revisions: { some: {} } }, { transitions: { some: {} } }, { confirmed: true }] },
  })
  const intake = { ...(source.intake as object), side: source.side, text: source.text } as Intake
  const worked = touched > 0 || document._count.discrepancies > 0 || document._count.assignments > 0
  return { side: source.side, version: document.version, intake, worked }
}

type Present = Awaited<ReturnType<typeof loadPresent>>

async function readSide({ files, corrections }: AddSideInput, present: 'zh' | 'en'): Promise<ReadText> {
  const side = present === 'zh' ? 'en' : 'zh'
  const read = await readFiles(
    files.map((file) => ({ ...file, side })),
    corrections,
  )
  if (!read.ok)
    throw new AppError('invalid', 'unreadable-file', {
      reason: read.problems.map((problem) => problem.message).join(' '),
    })
  const text = read.texts.find(({ intake }) => intake.side === side)
  if (!text || text.intake.blocks.length === 0) throw new AppError('invalid', 'nothing-to-review')
  return text
}

async function afresh(
  actor: Actor,
  member: ActingMember,
  input: AddSideInput,
  present: Present,
  text: ReadText,
  hooks: Hooks,
) {
  const { projectId, documentId } = input
  const [zh, en] = present.side === 'zh' ? [present.intake, text.intake] : [text.intake, present.intake]
  const { rows, engine, notice } = await alignTexts(zh, en, hooks, await readOwnTerms(input.projectId))
  hooks.signal?.throwIfAborted()
  await db.$transaction(async (tx) => {
    await lockStructure(tx, documentId)
    // Rows before their document, in the order a new note locks them: the other way round the two would wait for each other.
    await requireUntouched(tx, documentId)
    await claim(tx, input, present, engine)
    await closeJournal(tx, documentId)
    await tx.segment.deleteMany({ where: { projectId, documentId } })
    await writeSource(tx, { projectId, documentId, memberId: member.id }, text)
    await writeRows(tx, { projectId, documentId }, rows, hooks)
    await record(tx, actor, projectId, 'document.add-side', documentId, {
      side: text.intake.side,
      segments: rows.length,
    })
    await hooks.onSaved?.(tx, { documentId, segments: rows.length, ...(notice && { notice }) })
  }, LONG)
  return { segments: rows.length, ...(notice && { notice }) }
}

/** Work that began while the texts were being aligned wins: nothing is replaced under someone's hands. */
async function requireUntouched(tx: Transaction, documentId: string) {
  // Locked first: what is saved, noted or decided in this moment either is counted or comes too late.
  await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "documentId" = ${documentId}::uuid ORDER BY "id" FOR UPDATE`
  const assigned = await tx.assignment.count({ where: { documentId } })
  const touched = await tx.segment.count({
    where: {
      documentId,
      OR: [
        { revisions: { some: {} } },
        { transitions: { some: {} } },
        { discrepancies: { some: {} } },
        { confirmed: true },
      ],
    },
  })
  if (touched + assigned > 0) throw new AppError('conflict', 'changed-meanwhile')
}

/** Two people adding the side at once: the second gets a conflict. */
async function claim(tx: Transaction, { projectId, documentId }: AddSideInput, { version }: Present, engine: string) {
  const { count } = await tx.document.updateMany({
    where: { id: documentId, projectId, deletedAt: null, version },
    data: { version: { increment: 1 }, alignedBy: engine },
  })
  if (count === 0) throw new AppError('conflict', 'changed-meanwhile')
}

/** What was aligned while one side was missing cannot be undone under a text that has since been placed beside it. */
async function closeJournal(tx: Transaction, documentId: string) {
  await tx.alignmentStep.updateMany({
    where: { documentId, droppedAt: null },
    data: { droppedAt: new Date(), state: null },
  })
  await tx.$executeRaw`UPDATE "Segment" SET "enOrder" = "position" WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL`
}

async function besideWork(
  actor: Actor,
  member: ActingMember,
  input: AddSideInput,
  present: Present,
  text: ReadText,
  hooks: Hooks,
) {
  const { projectId, documentId } = input
  const rows = await db.segment.findMany({
    where: { projectId, documentId, position: { not: null } },
    orderBy: { position: 'asc' },
    select: {
      id: true, position: true, zh: true, en: true, zhVersion: true, enVersion: true, zhParagraph: true, enParagraph: true,
    }, // biome-ignore format: a list
  })
  const added = { intake: text.intake, units: unitsOf(text.intake) }
  const [there, here] = [rows.map((row) => row[present.side]), added.units.map((unit) => unit.text)]
  const [zh, en] = present.side === 'zh' ? [there, here] : [here, there]
  const { beads, engine, notice } = await alignInWorker(
    { zh, en, terms: await readOwnTerms(projectId), ...guidesBeside(present, rows, added) },
    { onProgress: (share) => hooks.onProgress?.('aligning', share), signal: hooks.signal },
  )
  hooks.signal?.throwIfAborted()
  const placed = placeBeside(present.side, beads, added)
  return await db.$transaction(async (tx) => {
    await lockStructure(tx, documentId)
    await requireSameRows(tx, documentId, rows)
    await claim(tx, input, present, engine)
    await closeJournal(tx, documentId)
    await writeSource(tx, { projectId, documentId, memberId: member.id }, text)
    for (const { rowIndexes, data } of placed.beside) {
      const ids = rowIndexes.map((index) => rows[index].id)
      await mergeRows(tx, { projectId, ids, member })
      await tx.segment.update({ where: { id: ids[0] }, data })
    }
    // Merged rows are gone by now: what follows one of them follows the row it went into.
    await insertBetween(
      tx,
      { projectId, documentId },
      placed.between.map((group) => ({ afterId: survivor(placed, rows, group.afterRow), rows: group.rows })),
    )
    await record(tx, actor, projectId, 'document.add-side', documentId, {
      side: text.intake.side,
      segments: here.length,
    })
    const segments = await tx.segment.count({ where: { documentId, position: { not: null } } })
    await hooks.onSaved?.(tx, { documentId, segments, ...(notice && { notice }) })
    return { segments, ...(notice && { notice }) }
  }, LONG)
}

function guidesBeside(
  { side, intake }: Present,
  rows: readonly { zhParagraph: number | null; enParagraph: number | null }[],
  added: CutText,
): Guides {
  const there = rows.map((row) => row[`${side}Paragraph`])
  const here = added.units.map(({ block }) => block)
  return side === 'zh'
    ? guidesOf(findBlockCuts(intake, added.intake), there, here)
    : guidesOf(findBlockCuts(added.intake, intake), here, there)
}

async function requireSameRows(
  tx: Transaction,
  documentId: string,
  seen: { id: number; zhVersion: number; enVersion: number }[],
) {
  const now = await tx.$queryRaw<{ id: number; zhVersion: number; enVersion: number }[]>`
    SELECT "id", "zhVersion", "enVersion" FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "position" IS NOT NULL ORDER BY "position" FOR UPDATE`
  const same =
    now.length === seen.length &&
    now.every(
      (row, index) =>
        row.id === seen[index].id && row.zhVersion === seen[index].zhVersion && row.enVersion === seen[index].enVersion,
    )
  if (!same) throw new AppError('conflict', 'changed-meanwhile')
}

function survivor({ beside }: Placement, rows: { id: number }[], index: number): number | null {
  if (index < 0) return null
  const merged = beside.find(({ rowIndexes }) => rowIndexes.includes(index))
  return rows[merged ? merged.rowIndexes[0] : index].id
}
