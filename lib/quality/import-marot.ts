/**
 * Errors that were marked elsewhere, as Marot TSV, become discrepancies of a document.
 *
 * A line belongs to the row whose texts are those of the line: the row of its id, or of its number, or else the only one with
 * these texts. Texts that are not here, or have changed, place nothing: a mark is never guessed onto other words. Whoever
 * brings the file in raises the notes; the reader stands in the note, since nobody may write in another's name. The same
 * file brought in again writes nothing.
 */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import type { RaiseInput } from '../discrepancy/input'
import { writeDiscrepancy } from '../discrepancy/raise-discrepancy'
import { AppError } from '../errors'
import type { MarotFileInput } from './input'
import { flat, type MarotProblem, type MarotRow, readMarot } from './marot'

export type MarotPreview = {
  fresh: number
  /** The same error stands on the same words already. */
  known: number
  /** Their texts are not in this document. */
  lost: number
  /** Rows a reader found right; they write nothing. */
  right: number
  problems: MarotProblem[]
}

type Row = { id: number; number: number; zh: string; en: string }
type Plan = MarotPreview & { notes: RaiseInput[] }

const LONGEST_NOTE = 10_000

export async function previewMarot(actor: Actor, input: MarotFileInput): Promise<MarotPreview> {
  await requireMember(actor, input.projectId, 'discrepancy.raise')
  const { notes: _notes, ...preview } = await planOf(db, input)
  return preview
}

export async function importMarot(actor: Actor, input: MarotFileInput): Promise<{ count: number }> {
  const { projectId, documentId } = input
  const member = await requireMember(actor, projectId, 'discrepancy.raise')
  return await db.$transaction(
    async (tx) => {
      // All rows before the document's counter, in one order: whoever raises a note locks in that order too.
      await tx.$queryRaw`SELECT "id" FROM "Segment" WHERE "documentId" = ${documentId}::uuid AND "projectId" = ${projectId}::uuid
        AND "position" IS NOT NULL ORDER BY "id" FOR UPDATE`
      const { notes } = await planOf(tx, input)
      for (const note of notes) await writeDiscrepancy(tx, actor, member.id, note)
      return { count: notes.length }
    },
    { timeout: 60_000 },
  )
}

async function planOf(tx: Transaction, { projectId, documentId, tsv }: MarotFileInput): Promise<Plan> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { id: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const { rows: lines, problems } = readMarot(tsv)
  const segments = await tx.segment.findMany({
    where: { documentId, projectId, position: { not: null } },
    select: { id: true, zh: true, en: true },
    orderBy: { position: 'asc' },
  })
  const standing = await tx.discrepancy.findMany({
    where: { documentId, projectId },
    select: { segmentId: true, type: true, severity: true, zhQuote: true, enQuote: true },
  })
  const place = placing(segments.map((segment, at) => ({ ...segment, number: at + 1 })))
  const seen = new Set(standing.map((one) => keyOf(one.segmentId, one.type, one.severity, one.zhQuote, one.enQuote)))
  const plan: Plan = { fresh: 0, known: 0, lost: 0, right: 0, problems, notes: [] }
  for (const line of lines) {
    const row = place(line)
    const note = row && noteOf(projectId, row, line)
    if (!line.error) plan.right += 1
    else if (!note) plan.lost += 1
    else {
      const key = keyOf(note.segmentId, note.type, note.severity, note.zh?.quote ?? '', note.en?.quote ?? '')
      if (seen.has(key)) plan.known += 1
      else plan.notes.push(note)
      seen.add(key)
    }
  }
  return { ...plan, fresh: plan.notes.length }
}

const keyOf = (...parts: (string | number)[]) => JSON.stringify(parts)

function placing(rows: readonly Row[]): (line: MarotRow) => Row | null {
  const byId = new Map(rows.map((row) => [String(row.id), row]))
  const byNumber = new Map(rows.map((row) => [String(row.number), row]))
  const byTexts = new Map<string, Row | null>()
  for (const row of rows) {
    const key = keyOf(flat(row.zh), flat(row.en))
    byTexts.set(key, byTexts.has(key) ? null : row)
  }
  return ({ globalSegId, docSegId, source, target }) => {
    const named = [byId.get(globalSegId), byNumber.get(docSegId)]
    const fits = (row: Row | undefined) => row !== undefined && flat(row.zh) === source && flat(row.en) === target
    return named.find(fits) ?? byTexts.get(keyOf(source, target)) ?? null
  }
}

/** Without marked words the error is of the whole translation, or where there is none of the whole original. */
function noteOf(projectId: string, row: Row, { error, rater, metadata }: MarotRow): RaiseInput | null {
  if (!error) return null
  const marked = (text: string, span: { from: number; to: number } | null) =>
    span && { ...span, quote: text.slice(span.from, span.to) }
  const whole = (text: string) => (text === '' ? null : { from: 0, to: text.length, quote: text })
  let [zh, en] = [marked(row.zh, error.source), marked(row.en, error.target)]
  if (!zh && !en) en = whole(row.en)
  if (!zh && !en) zh = whole(row.zh)
  if (!zh && !en) return null
  const said = typeof metadata.note === 'string' ? metadata.note : ''
  const note = `${rater}${said === '' ? '' : `: ${said}`}`.slice(0, LONGEST_NOTE)
  return { projectId, segmentId: row.id, type: error.type, severity: error.severity, zh, en, note }
}
