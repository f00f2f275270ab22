/** Why the two texts of a row are thought to belong together, and how all pairings of a document look at once. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { type Explanation, explainAmong } from '../bitext/align'
import { db } from '../db'
import { AppError } from '../errors'
import { loadLexicon } from '../lexicon'
import { type Confirmer, whoConfirmed } from './who-confirmed'

export type RowTies = Explanation & {
  /** Engine and dictionary that aligned the document. */
  alignedBy: string
  /** Who said that the texts belong together; null where nobody did, or where the row came in confirmed. */
  confirmed: Confirmer | null
}

/** Rows on either side that teach what words mean in this document, how long its translations are and of what shape. */
const AROUND = 150

/** The words, numbers and names that tie the texts of a row, strongest first, and what else speaks. The first call of a process loads the dictionary. */
export async function explainPairing(
  actor: Actor,
  { projectId, documentId, segmentId }: { projectId: string; documentId: string; segmentId: number },
): Promise<RowTies> {
  await requireMember(actor, projectId, 'project.read')
  const row = await db.segment.findFirst({
    where: { id: segmentId, documentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: { position: true, zh: true, en: true, confirmed: true, document: { select: { alignedBy: true } } },
  })
  if (!row) throw new AppError('not-found', 'not-found')
  const confirmed = row.confirmed ? await whoConfirmed(documentId, segmentId) : null
  const { before, after } = await rowsAround({ projectId, documentId }, row.position as number)
  const reasons = explainAmong([...before, row, ...after], before.length, loadLexicon())
  return { ...reasons, alignedBy: row.document.alignedBy, confirmed }
}

async function rowsAround(place: { projectId: string; documentId: string }, position: number) {
  const near = (beyond: { lt: number } | { gt: number }, position: 'asc' | 'desc') =>
    db.segment.findMany({
      where: { ...place, position: beyond },
      orderBy: { position },
      take: AROUND,
      select: { zh: true, en: true },
    })
  const [before, after] = await Promise.all([near({ lt: position }, 'desc'), near({ gt: position }, 'asc')])
  return { before: before.reverse(), after }
}

export type PairingMap = {
  ids: number[]
  /** How sure the program is of each row, in hundredths; null for rows no program has judged. */
  confidences: (number | null)[]
  /** Where the English of a moved row stands: `[id, row]`, counted as if the rows were in the order of the English. */
  moved: [number, number][]
}

/** The pairings of the whole document, in the order of its rows. */
export async function getPairingMap(
  actor: Actor,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<PairingMap> {
  await requireMember(actor, projectId, 'project.read')
  const rows = await db.segment.findMany({
    where: { documentId, projectId, position: { not: null }, document: { deletedAt: null } },
    select: { id: true, confidence: true, moved: true, enOrder: true },
    orderBy: { position: 'asc' },
  })
  const english = [...rows].sort((a, b) => (a.enOrder ?? 0) - (b.enOrder ?? 0))
  return {
    ids: rows.map(({ id }) => id),
    confidences: rows.map(({ confidence }) => (confidence === null ? null : Math.floor(confidence * 100))),
    moved: english.flatMap(({ id, moved }, row): [number, number][] => (moved ? [[id, row]] : [])),
  }
}
