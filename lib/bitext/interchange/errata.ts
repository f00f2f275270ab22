/**
 * The errata sheet of a published edition: what its decided discrepancies changed since the edition before, passage by
 * passage, the corrections of the governing text first and then those that change the meaning. As HTML, Word (errata-docx)
 * and JSON, with the number, date and hash of the edition it belongs to. Decisions that leave the text as it is are no errata.
 */
import type { GoverningRule, Side } from '../text'
import { escapeHtml, htmlPage, inLanguage } from './html'
import { dayOf, type ExportLanguage, minuteOf, nameOf, WORDS } from './words'

export type Erratum = {
  /** Of its discrepancy; null: a correction of the governing text that no discrepancy speaks of. */
  number: number | null
  /** 1-based; null where the row is in the older edition only. */
  row: number | null
  rowBefore: number | null
  /** Counted from 1. */
  turn: number | null
  speakerZh: string
  speakerEn: string
  type: string | null
  side: Side
  /** The text that was corrected is the governing one. */
  governs: boolean
  was: string
  is: string
  decidedAt: Date | null
  decidedBy: string | null
  legalEffect: string | null
  reason: string
}

export type ErrataEdition = { number: number; publishedAt: Date; sha256: string }

export type ErrataSheet = {
  document: { id: string; title: string; governing: GoverningRule }
  /** null: a preview of what the next edition would correct. */
  edition: ErrataEdition | null
  /** Of the edition, or of the one that would be next. */
  number: number
  /** null: there is none to correct. */
  previous: ErrataEdition | null
  madeAt: Date
  errata: Erratum[]
}

export const ERRATA_GROUPS = ['governing', 'changes-meaning', 'formal', 'unspecified'] as const

export type ErrataGroup = { of: (typeof ERRATA_GROUPS)[number]; errata: Erratum[] }

/** Groups without any are left out. */
export function groupErrata(errata: readonly Erratum[]): ErrataGroup[] {
  return ERRATA_GROUPS.map((of) => ({ of, errata: errata.filter((erratum) => groupOf(erratum) === of) })).filter(
    (group) => group.errata.length > 0,
  )
}

function groupOf({ governs, legalEffect }: Erratum): ErrataGroup['of'] {
  if (governs) return 'governing'
  return ERRATA_GROUPS.find((group) => group === legalEffect) ?? 'unspecified'
}

/** The lines under the title, in the order in which they are read. */
export function errataHeader(sheet: ErrataSheet, language: ExportLanguage): { of: string; facts: string[] } {
  const { errata: words, governing } = WORDS[language]
  const { edition, previous, number, document } = sheet
  const day = (date: Date) => dayOf(date)
  const of = edition ? words.ofEdition(number, day(edition.publishedAt)) : `${words.preview} ${words.ofNext(number)}`
  const against = previous ? [words.against(previous.number, day(previous.publishedAt))] : []
  const hashes = [edition, previous].flatMap((one) => (one ? [words.hash(one.number, one.sha256)] : []))
  return { of, facts: [...against, governing[document.governing], ...hashes] }
}

/** What is said in place of a table. */
export function saysNone({ previous }: ErrataSheet, language: ExportLanguage): string {
  const { errata: words } = WORDS[language]
  return previous ? words.none : words.first
}

/** "Row 12 (edition 1: row 13) · turn 3 · Zhang Ming" */
export function placeOf(erratum: Erratum, { previous }: ErrataSheet, language: ExportLanguage): string {
  const { errata: words } = WORDS[language]
  const { row, rowBefore, turn, speakerZh, speakerEn } = erratum
  const older = previous && rowBefore !== null && rowBefore !== row ? words.olderRow(previous.number, rowBefore) : ''
  const speaker = language === 'zh' ? speakerZh || speakerEn : speakerEn || speakerZh
  const alone = older.charAt(0).toUpperCase() + older.slice(1)
  const parts = [row === null ? alone : words.row(row) + (older === '' ? '' : words.aside(older))]
  if (turn !== null) parts.push(words.turn(turn))
  return [...parts, speaker].filter((part) => part !== '').join(' · ')
}

/** What kind of error it was, why it was decided so, and what that means in law, a line each. */
export function reasonsOf({ type, reason, legalEffect, governs }: Erratum, language: ExportLanguage): string[] {
  const words = WORDS[language]
  const effect = governs && legalEffect ? words.errata.effects[legalEffect] : undefined
  const kind = type === null ? words.errata.noNote : nameOf(words.types, type)
  return [kind, reason, effect ?? ''].filter((part) => part !== '')
}

export function errataAsJson(sheet: ErrataSheet): string {
  const { document, edition, number, previous, madeAt, errata } = sheet
  const content = {
    format: 'duizhao-errata',
    version: 2,
    document,
    preview: edition === null,
    number,
    edition,
    previous,
  }
  return `${JSON.stringify({ ...content, madeAt, groups: groupErrata(errata) }, null, 2)}\n`
}

export function errataAsPage(sheet: ErrataSheet, language: ExportLanguage): string {
  const words = WORDS[language]
  const groups = groupErrata(sheet.errata)
  const { of, facts } = errataHeader(sheet, language)
  const body = [
    '<header>',
    `<h1>${escapeHtml(words.errata.title)}</h1>`,
    `<p class="of">${escapeHtml(sheet.document.title)}</p>`,
    `<p class="edition${sheet.edition ? '' : ' preview'}">${escapeHtml(of)}</p>`,
    ...facts.map((fact) => `<p class="quiet">${escapeHtml(fact)}</p>`),
    '</header>',
    '<main>',
    ...(groups.length > 0
      ? groups.map((group) => groupAsTable(group, sheet, language))
      : [`<p>${escapeHtml(saysNone(sheet, language))}</p>`]),
    '</main>',
    `<footer class="quiet"><p>${escapeHtml(`${words.exported} ${minuteOf(sheet.madeAt)}`)}</p></footer>`,
  ].join('\n')
  return htmlPage({ title: `${words.errata.title}: ${sheet.document.title}`, language, style: STYLE, body })
}

function groupAsTable({ of, errata }: ErrataGroup, sheet: ErrataSheet, language: ExportLanguage): string {
  const { errata: words } = WORDS[language]
  return [
    `<h2 id="${of}">${escapeHtml(words.groups[of])}</h2>`,
    `<table aria-labelledby="${of}">`,
    `<thead><tr>${errataHeads(language)
      .map((head) => `<th scope="col">${escapeHtml(head)}</th>`)
      .join('')}</tr></thead>`,
    '<tbody>',
    ...errata.map((erratum) => asTableRow(erratum, sheet, language)),
    '</tbody>',
    '</table>',
  ].join('\n')
}

export function errataHeads(language: ExportLanguage): string[] {
  const { errata: words } = WORDS[language]
  return [words.number, words.place, words.text, words.was, words.is, words.date, words.reason]
}

function asTableRow(erratum: Erratum, sheet: ErrataSheet, language: ExportLanguage): string {
  const words = WORDS[language]
  const { number, side, was, is, decidedAt } = erratum
  const passage = (tag: string, text: string) =>
    text === '' ? `<span class="quiet">${escapeHtml(words.errata.nothing)}</span>` : inLanguage(side, tag, text)
  const [kind, ...why] = reasonsOf(erratum, language)
  const cells = [
    number === null ? '–' : String(number),
    escapeHtml(placeOf(erratum, sheet, language)),
    escapeHtml(words.sides[side]),
    passage('del', was),
    passage('ins', is),
    decidedAt ? `<time datetime="${decidedAt.toISOString()}">${dayOf(decidedAt)}</time>` : '',
    [`<b>${escapeHtml(kind ?? '')}</b>`, ...why.map(escapeHtml)].join('<br>'),
  ]
  // Where the table does not fit, each cell says what it is.
  const heads = errataHeads(language)
  return `<tr>${cells.map((content, at) => `<td data-head="${escapeHtml(heads[at]!)}">${content}</td>`).join('')}</tr>`
}

const STYLE = `
body { max-width: 64rem; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .8rem; }
h1 { font-size: 1.7rem; }
.of { font-size: 1.1rem; margin-top: .2rem; }
.edition { margin: .4rem 0; font-weight: 600; }
.preview { color: var(--accent); }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; font-size: .92em; table-layout: fixed; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--ink); }
th, td { padding: .35rem .6rem .35rem 0; vertical-align: top; }
td { border-bottom: 1px solid var(--line); }
th, td:nth-child(1), td:nth-child(3), td:nth-child(6) { white-space: nowrap; }
th:nth-child(1) { width: 3rem; }
th:nth-child(2) { width: 9rem; }
th:nth-child(3) { width: 5rem; }
th:nth-child(6) { width: 7rem; }
th:nth-child(7) { width: 11rem; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
del { color: var(--accent); text-decoration-thickness: 1px; }
ins { text-decoration: none; font-weight: 600; }
main > p { margin-top: 1.5rem; }
footer { margin-top: 2rem; }
@page { size: A4 landscape; }
@media screen and (max-width: 44rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; padding: .1rem 0; }
  td:not(:empty)::before { content: attr(data-head) " "; color: var(--quiet); font-weight: 400; }
}
`
