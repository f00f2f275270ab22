/** The termbase as values, for the checks, for highlighting and for files. */
import { type Concept, PARTS_OF_SPEECH, TERM_STATUSES } from '../bitext/terms'
import { db, type Transaction } from '../db'

type TermRow = {
  side: 'zh' | 'en'
  text: string
  status: string
  partOfSpeech: string | null
  note: string
  source: string
}

/** What a row of the table is in the library's words. */
export function termOf({ partOfSpeech, status, ...term }: TermRow): Concept['terms'][number] {
  const part = PARTS_OF_SPEECH.find((one) => one === partOfSpeech)
  return {
    ...term,
    status: TERM_STATUSES.find((one) => one === status) ?? 'admitted',
    ...(part && { partOfSpeech: part }),
  }
}

/** All concepts of a project, in the order they came. For the work behind the screens: whoever calls has asked who may. */
export async function readConcepts(projectId: string, tx: Transaction = db): Promise<Concept[]> {
  const concepts = await tx.concept.findMany({
    where: { projectId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      definition: true,
      subject: true,
      terms: {
        orderBy: { place: 'asc' },
        select: { side: true, text: true, status: true, partOfSpeech: true, note: true, source: true },
      },
    },
  })
  return concepts.map(({ terms, ...concept }) => ({ ...concept, terms: terms.map(termOf) }))
}
