import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { ErrataSheet } from '../bitext/interchange'
import { db } from '../db'
import { compareEditions, type EditionComparison } from './changes'
import { errataSheet } from './errata-sheet'
import { loadExport } from './load-export'
import { findPublished } from './published'

type Place = { projectId: string; documentId: string }

/** What the errata sheet of the next edition would say if the document were published as it stands. */
export async function getNextErrata(actor: Actor, place: Place): Promise<ErrataSheet> {
  return (await getNextEdition(actor, place)).sheet
}

export type NextEdition = {
  sheet: ErrataSheet
  /** Against the last edition; null while nothing was published. */
  comparison: EditionComparison | null
}

/** The document as it stands, held against its last edition. */
export async function getNextEdition(actor: Actor, { projectId, documentId }: Place): Promise<NextEdition> {
  await requireMember(actor, projectId, 'document.export')
  return await db.$transaction(
    async (tx) => {
      const document = await loadExport(tx, actor, projectId, documentId)
      const previous = await findPublished({ projectId, documentId }, tx)
      const number = (previous?.edition.number ?? 0) + 1
      return {
        sheet: errataSheet({ edition: null, number, document, previous }),
        comparison: previous && compareEditions(previous.document, document),
      }
    },
    { isolationLevel: 'RepeatableRead' },
  )
}
