/** The checks that need the whole document: one thing said in several ways. */
import type { CheckedSegment } from '../finding'
import { spelling } from '../spelling'
import { consistency } from './consistency'
import { coverage } from './coverage'
import { enumerations } from './enumerations'
import { manner } from './manner'
import { nameSlips } from './name-slips'
import { nameVariants } from './name-variants'
import { parentheses } from './parentheses'
import { people } from './people'
import { personTitles } from './person-titles'
import { quotations } from './quotations'
import { quoteStyle } from './quote-style'
import { quotedTerms } from './quoted-terms'
import { register } from './register'
import { spelledVariants } from './spelled-variants'
import { termVariants } from './term-variants'
import type { DocumentCheck, DocumentFinding, DocumentSettings } from './variants'

export type { DocumentCheck, DocumentFinding, DocumentSettings } from './variants'

export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [
  coverage,
  parentheses,
  consistency,
  quotedTerms,
  termVariants,
  nameVariants,
  register,
  people,
  nameSlips,
  personTitles,
  quotations,
  quoteStyle,
  enumerations,
  spelledVariants,
  manner,
  spelling,
]

/** What the checks of a whole document find, in the order of its rows. Segments come in the document's order. */
export function checkDocument(segments: readonly CheckedSegment[], settings: DocumentSettings = {}): DocumentFinding[] {
  const text = segments.filter(({ kind }) => kind !== 'furniture')
  const rows = new Map(segments.map(({ id }, index) => [id, index]))
  const found = DOCUMENT_CHECKS.filter(({ id }) => !settings.off?.includes(id)).flatMap((check) =>
    check.run(text, settings),
  )
  return onceAPlace(found).sort((a, b) => rows.get(a.segmentId)! - rows.get(b.segmentId)!)
}

/** Checks that tell one form from another; the sooner knows more of what the form is of. */
const OF_FORMS = new Set(
  [quotedTerms, termVariants, nameVariants, register, people, nameSlips, spelledVariants].map(({ id }) => id),
)

/** The same words are reported as a variant once, whichever checks see it. */
function onceAPlace(found: readonly DocumentFinding[]): DocumentFinding[] {
  const taken = new Set<string>()
  return found.filter(({ check, segmentId, en }) => {
    if (!OF_FORMS.has(check) || !en) return true
    const place = `${segmentId} ${en.from} ${en.to}`
    const isNew = !taken.has(place)
    taken.add(place)
    return isNew
  })
}
