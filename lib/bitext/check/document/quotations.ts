/**
 * Curly quotation marks that open and never close, or the reverse, read through the document: a quotation may go on over many
 * rows, and each of its paragraphs may open anew and only the last close. A new speaker or heading ends it.
 * Straight marks close and open as well; that they are mixed is another check's business.
 */
import { SIDES, type Side } from '../../text'
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import type { DocumentCheck, DocumentFinding } from './variants'

const ID = 'quotations'

export const quotations: DocumentCheck = {
  id: ID,
  says: 'Quotation marks come in pairs, over as many rows as a quotation has.',
  run: (segments) => SIDES.flatMap((side) => report(segments, side)),
}

/** No one is quoted for longer without a mark. */
const LONGEST = 12

// Who types these marks by hand errs everywhere: a reader who has seen five places knows the habit of the text.
const PLACES = 5

type Mark = { segment: CheckedSegment; row: number; at: number; sign: string }

function report(segments: readonly CheckedSegment[], side: Side): DocumentFinding[] {
  const loose: Mark[] = []
  let open: Mark | null = null
  const giveUp = () => {
    if (open) loose.push(open)
    open = null
  }
  segments.forEach((segment, row) => {
    if (segment.label || segment.kind === 'heading' || segment.kind === 'headline') giveUp()
    const marks = unpaired(segment[side])
    // The last paragraph of a long quotation opens anew and closes both.
    if (marks.length === 0 && /^\s*“/.test(segment[side])) open = null
    for (const { sign, at } of marks) {
      const mark = { segment, row, at, sign }
      if (sign !== '“') {
        if (open) open = null
        else loose.push(mark)
        continue
      }
      // A paragraph of a long quotation begins with the mark again.
      const goesOn: boolean = open !== null && (open as Mark).row < row && segment[side].slice(0, at).trim() === ''
      if (!goesOn) giveUp()
      open = mark
    }
    if (open && row - (open as Mark).row >= LONGEST) giveUp()
  })
  giveUp()
  return onceARow(loose)
    .slice(0, PLACES)
    .map((mark) => say(mark, side))
}

/** The curly marks of one text that have no partner in it; quotations may stand in one another. */
function unpaired(text: string): Pick<Mark, 'at' | 'sign'>[] {
  const open: Pick<Mark, 'at' | 'sign'>[] = []
  const closing: Pick<Mark, 'at' | 'sign'>[] = []
  let straight = false
  for (const { 0: sign, index: at } of text.matchAll(/[“”"]/g)) {
    if (sign === '“') open.push({ at, sign })
    else if (open.length > 0) open.pop()
    else if (sign === '"') straight = !straight
    else if (straight) straight = false
    else closing.push({ at, sign })
  }
  return [...closing, ...open]
}

/** One slip often leaves two marks loose. */
function onceARow(loose: readonly Mark[]): Mark[] {
  const rows = new Set<number>()
  return loose.filter(({ row }) => !rows.has(row) && rows.add(row))
}

function say({ segment, at, sign }: Mark, side: Side): DocumentFinding {
  const span = { from: at, to: at + sign.length }
  return { segmentId: segment.id, ...finding(ID, 'note', 'quote-unbalanced', { words: sign }, { [side]: span }) }
}
