/**
 * The errata sheet of an edition: what its decided notes changed since the edition before, and every correction of the
 * governing text, noted or not, since that changes what the document says.
 */
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import type { ErrataEdition, ErrataSheet, Erratum } from '../bitext/interchange/errata'
import { governingSide } from '../segment/rules'
import { compareEditions, type PassageChange } from './changes'
import { notedErrata, unmarkedPlace, wordsAt } from './errata-of-notes'
import { type EditionMatch, matchEditions } from './match-rows'
import type { PublishedEdition } from './published'

type Compared = {
  /** null: the document as it stands, not published yet. */
  edition: ErrataEdition | null
  number: number
  document: ExportedDocument
  previous: Pick<PublishedEdition, 'edition' | 'document'> | null
}

export function errataSheet({ edition, number, document, previous }: Compared): ErrataSheet {
  const { id, title, governing, exportedAt } = document
  return {
    document: { id, title, governing },
    edition,
    number,
    previous: previous?.edition ?? null,
    madeAt: exportedAt,
    errata: previous ? errataBetween(previous.document, document) : [],
  }
}

/** In the order of the rows. */
export function errataBetween(before: ExportedDocument, after: ExportedDocument): Erratum[] {
  const match = matchEditions(before, after)
  const governs = governingSide(after.governing)
  const notes = new Map(after.discrepancies.map((note) => [note.number, note]))
  const noted = notedErrata(after, match).map((found) => ({ ...found, note: notes.get(found.number) ?? null }))
  const known = new Set(noted.map(({ row, side }) => `${row} ${side}`))
  const silent = compareEditions(before, after)
    .text.filter(({ side, row }) => side === governs && !known.has(`${row} ${side}`))
    .map((passage) => ({ ...passage, ...narrowed(passage, after, match), note: null }))
  return [...noted, ...silent]
    .map(({ row, side, was, is, note, ...more }): Erratum => {
      const gone = 'rowBefore' in more ? more.rowBefore : null
      const segment = row === null ? before.segments[(gone ?? 0) - 1] : after.segments[row - 1]
      const older = segment && match.groupOf.get(segment)?.before[0]
      return {
        ...whereOf(segment),
        row,
        rowBefore: older?.row ?? gone,
        side,
        governs: side === governs,
        was,
        is,
        ...whyOf(note),
      }
    })
    .sort((a, b) => (a.row ?? a.rowBefore ?? 0) - (b.row ?? b.rowBefore ?? 0))
}

/** Of a whole passage, what is not as it was. */
function narrowed({ row, side, was, is }: PassageChange, { segments }: ExportedDocument, { sides }: EditionMatch) {
  const segment = row === null ? undefined : segments[row - 1]
  const place = segment && unmarkedPlace(sides[side], segment, new Set())
  return place ? wordsAt(sides[side], place) : { was, is }
}

function whereOf(segment: ExportedSegment | undefined) {
  const { speakerZh = '', speakerEn = '', turn = null } = segment ?? {}
  return { turn: turn === null ? null : turn + 1, speakerZh, speakerEn }
}

function whyOf(note: ExportedDiscrepancy | null) {
  const { number = null, type = null, decidedAt = null, decidedBy = null, legalEffect = null } = note ?? {}
  return { number, type, decidedAt, decidedBy, legalEffect, reason: note ? note.decisionNote || note.note : '' }
}
