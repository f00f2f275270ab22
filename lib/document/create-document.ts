import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { readOwnTerms } from '../register/own-terms'
import type { AlignNotice } from './align-task'
import { alignTexts, type Hooks } from './align-texts'
import type { CreateInput } from './input'
import { type ReadText, readFiles } from './read-files'
import { type Row, rowsOfOneSide } from './rows'
import { unitsOf } from './units'
import { writeRows, writeSource } from './write-document'

/**
 * Brings a document in: reads the files, aligns the two texts if both are there, and saves everything in one transaction.
 * Whatever goes wrong before its end, nothing is kept.
 */
export async function createDocument(
  actor: Actor,
  input: CreateInput,
  hooks: Hooks = {},
): Promise<{ documentId: string; segments: number; notice?: AlignNotice }> {
  const member = await requireMember(actor, input.projectId, 'document.import')
  hooks.onProgress?.('reading', 0)
  const texts = await readTexts(input)
  const { rows, engine, notice } = await arrange(input.projectId, texts, hooks)
  hooks.onProgress?.('saving', 0)
  hooks.signal?.throwIfAborted()
  const documentId = await db.$transaction(
    async (tx) => {
      const document = await tx.document.create({
        data: { ...summary(input, texts), alignedBy: engine, createdById: member.id },
        select: { id: true },
      })
      for (const text of texts)
        await writeSource(tx, { projectId: input.projectId, documentId: document.id, memberId: member.id }, text)
      await writeRows(tx, { projectId: input.projectId, documentId: document.id }, rows, hooks)
      await recordImport(tx, actor, input, document.id, rows.length)
      await hooks.onSaved?.(tx, { documentId: document.id, segments: rows.length, ...(notice && { notice }) })
      return document.id
    },
    { timeout: 300_000, maxWait: 10_000 },
  )
  return { documentId, segments: rows.length, ...(notice && { notice }) }
}

async function readTexts({ files, corrections }: CreateInput): Promise<ReadText[]> {
  const read = await readFiles(files, corrections)
  if (!read.ok)
    throw new AppError('invalid', 'unreadable-file', {
      reason: read.problems.map((problem) => problem.message).join(' '),
    })
  const texts = read.texts.filter(({ intake }) => intake.blocks.length > 0)
  if (texts.length === 0) throw new AppError('invalid', 'nothing-to-review')
  return texts
}

async function arrange(
  projectId: string,
  texts: ReadText[],
  hooks: Hooks,
): Promise<{ rows: Row[]; engine: string; notice?: AlignNotice }> {
  const [zh, en] = (['zh', 'en'] as const).map((side) => texts.find(({ intake }) => intake.side === side)?.intake)
  if (zh && en) return await alignTexts(zh, en, hooks, await readOwnTerms(projectId))
  const [{ intake }] = texts
  return { rows: rowsOfOneSide({ intake, units: unitsOf(intake) }), engine: '' }
}

function summary({ projectId, title, governing }: CreateInput, texts: ReadText[]) {
  const clause = texts.find(({ intake }) => intake.governing)?.intake.governing
  return { projectId, title, governing, governingQuote: clause?.quote ?? '' }
}

async function recordImport(tx: Transaction, actor: Actor, input: CreateInput, documentId: string, segments: number) {
  await record(tx, actor, input.projectId, 'document.create', documentId, {
    title: input.title,
    segments,
    governing: input.governing,
  })
}
