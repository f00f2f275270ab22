import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { type EvaluatedNote, type EvaluatedRow, grouped, readEvaluation, readersOf } from './evaluation'
import type { MarotInput } from './input'
import { type MarotRow, toMarot } from './marot'

export type MarotFile = { fileName: string; mediaType: string; body: string }

/** The notes of a document as Marot TSV, and each row a reader found right as "no-error". */
export async function exportMarot(actor: Actor, { projectId, documentId }: MarotInput): Promise<MarotFile> {
  await requireMember(actor, projectId, 'document.export')
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { title: true },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const [evaluation, members] = await Promise.all([
    readEvaluation(projectId, documentId),
    db.member.findMany({ where: { projectId }, select: { id: true, user: { select: { name: true } } } }),
  ])
  const names = new Map(members.map(({ id, user }) => [id, user.name]))
  const readers = readersOf(evaluation)
  const raised = grouped(evaluation.notes, ({ segmentId }) => segmentId)
  const rows = evaluation.rows.flatMap((row) => {
    const notes = raised.get(row.id) ?? []
    const content = [...(readers.get(row.id) ?? [])].filter((id) => !notes.some(({ raisedById }) => raisedById === id))
    const line = (memberId: string) => lineOf(document.title, row, names.get(memberId) ?? memberId)
    return [
      ...notes.map((note) => ({ ...line(note.raisedById), ...errorOf(note) })),
      ...content.map((id) => ({ ...line(id), error: null })),
    ]
  })
  return {
    fileName: `${document.title}.marot.tsv`,
    mediaType: 'text/tab-separated-values; charset=utf-8',
    body: toMarot(rows),
  }
}

function lineOf(title: string, { id, row, zh, en }: EvaluatedRow, rater: string): Omit<MarotRow, 'error'> {
  const place = { system: 'translation', doc: `${title}:zh-en`, docSegId: String(row), globalSegId: String(id) }
  return { line: 0, ...place, rater, source: zh, target: en, metadata: {} }
}

/** Where the words are gone no mark can be set; the quotation stays in the metadata. */
function errorOf(note: EvaluatedNote): Pick<MarotRow, 'error' | 'metadata'> {
  const { type, severity, zhFrom, zhTo, enFrom, enTo, zhQuote, enQuote, number, state, raisedAt } = note
  const source = zhFrom !== null && zhTo !== null ? { from: zhFrom, to: zhTo } : null
  const target = enFrom !== null && enTo !== null ? { from: enFrom, to: enTo } : null
  return {
    error: { type, severity, source, target },
    metadata: {
      ...{ timestamp: raisedAt.getTime(), note: note.note, marked_text: enQuote || zhQuote },
      ...{ number, state, source_quote: zhQuote, target_quote: enQuote },
    },
  }
}
