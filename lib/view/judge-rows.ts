/** Which rows do not pair one sentence with one. Judged once for each version of a row and kept in memory, so that asking again costs nothing. */
import { splitSentences } from '../bitext/sentences'
import { SIDES } from '../bitext/text'
import { longWork, readTexts, type TextRow } from './read-texts'

type Judgement = { zhVersion: number; enVersion: number; uneven: boolean }

/** Documents whose judgements are kept; the one not asked about for longest is forgotten first. */
const MOST_DOCUMENTS = 12

const known = new Map<string, Map<number, Judgement>>()

/** Ids of the rows that are not one sentence to one. */
export async function listUnevenRows(projectId: string, documentId: string): Promise<Set<number>> {
  const before = known.get(documentId)
  const now = new Map<number, Judgement>()
  const work = longWork()
  for await (const rows of readTexts({ projectId, documentId })) {
    for (const row of rows) {
      await work.breathe()
      const kept = before?.get(row.id)
      now.set(row.id, isSame(kept, row) ? kept : judge(row))
    }
  }
  remember(documentId, now)
  return new Set([...now].filter(([, { uneven }]) => uneven).map(([id]) => id))
}

function remember(documentId: string, judged: Map<number, Judgement>): void {
  known.delete(documentId)
  known.set(documentId, judged)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_DOCUMENTS) return
    known.delete(oldest)
  }
}

function isSame(kept: Judgement | undefined, row: TextRow): kept is Judgement {
  return kept?.zhVersion === row.zhVersion && kept.enVersion === row.enVersion
}

function judge(row: TextRow): Judgement {
  const uneven = SIDES.some((side) => splitSentences(row[side], side).length !== 1)
  return { zhVersion: row.zhVersion, enVersion: row.enVersion, uneven }
}
