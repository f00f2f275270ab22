/**
 * The errata sheet: every passage that a revision mended because of a decided discrepancy, with what it was and what it
 * is, those that change the meaning first. Decisions that leave the text as it is are no errata.
 */
import type { Side } from '../text'
import type { ExportedDiscrepancy, ExportedDocument } from './bitext-document'
import { escapeHtml, htmlPage, inLanguage } from './html'
import { dayOf, type ExportLanguage, minuteOf, nameOf, WORDS } from './words'

export type ErrataOptions = { format: 'html' | 'json'; language: ExportLanguage }

export type Erratum = {
  number: number
  row: number
  speakerZh: string
  speakerEn: string
  type: string
  side: Side
  was: string
  is: string
  decidedAt: Date | null
  decidedBy: string | null
  reason: string
}

export const ERRATA_GROUPS = ['changes-meaning', 'formal', 'unspecified'] as const

export type ErrataGroup = { legalEffect: (typeof ERRATA_GROUPS)[number]; errata: Erratum[] }

export function toErrata(document: ExportedDocument, { format, language }: ErrataOptions): string {
  return format === 'json' ? errataAsJson(document) : errataAsPage(document, language)
}

/** The errata by legal effect, each group in the order of the rows; groups without any are left out. */
export function groupErrata(document: ExportedDocument): ErrataGroup[] {
  const mended = document.discrepancies.filter(isMended).sort((a, b) => a.row - b.row || a.number - b.number)
  return ERRATA_GROUPS.map((legalEffect) => ({
    legalEffect,
    errata: mended
      .filter((discrepancy) => groupOf(discrepancy) === legalEffect)
      .map((entry) => asErratum(entry, document)),
  })).filter(({ errata }) => errata.length > 0)
}

type Mended = ExportedDiscrepancy & { was: string; is: string }

function isMended(discrepancy: ExportedDiscrepancy): discrepancy is Mended {
  const { state, was, is } = discrepancy
  return state !== 'open' && state !== 'proposed' && was !== null && is !== null && was !== is
}

function groupOf({ legalEffect }: ExportedDiscrepancy): ErrataGroup['legalEffect'] {
  return ERRATA_GROUPS.find((group) => group === legalEffect) ?? 'unspecified'
}

function asErratum(entry: Mended, { segments }: ExportedDocument): Erratum {
  const { number, row, type, was, is, decidedAt, decidedBy, decisionNote, note } = entry
  const segment = segments.find((candidate) => candidate.row === row)
  const { speakerZh = '', speakerEn = '' } = segment ?? {}
  const reason = decisionNote || note
  return { number, row, speakerZh, speakerEn, type, side: mendedSide(entry), was, is, decidedAt, decidedBy, reason }
}

/** Which text was corrected: the one whose marked words are what the passage was; failing that, the script tells. */
function mendedSide({ zh, en, was, is }: Mended): Side {
  if (was !== '' && was === en?.quote) return 'en'
  if (was !== '' && was === zh?.quote) return 'zh'
  return /\p{Script=Han}/u.test(was || is) ? 'zh' : 'en'
}

function errataAsJson(document: ExportedDocument): string {
  const { id, title, governing, exportedAt } = document
  const content = { format: 'duizhao-errata', version: 1, document: { id, title, governing }, exportedAt }
  return `${JSON.stringify({ ...content, groups: groupErrata(document) }, null, 2)}\n`
}

function errataAsPage(document: ExportedDocument, language: ExportLanguage): string {
  const words = WORDS[language]
  const groups = groupErrata(document)
  const body = [
    '<header>',
    `<h1>${escapeHtml(words.errata.title)}</h1>`,
    `<p class="of">${escapeHtml(document.title)}</p>`,
    `<p class="quiet">${escapeHtml(words.governing[document.governing])}</p>`,
    '</header>',
    '<main>',
    ...(groups.length > 0 ? groups.map((group) => groupAsTable(group, language)) : [`<p>${words.errata.none}</p>`]),
    '</main>',
    `<footer class="quiet"><p>${escapeHtml(`${words.exported} ${minuteOf(document.exportedAt)}`)}</p></footer>`,
  ].join('\n')
  return htmlPage({ title: `${words.errata.title}: ${document.title}`, language, style: STYLE, body })
}

function groupAsTable({ legalEffect, errata }: ErrataGroup, language: ExportLanguage): string {
  const { errata: words } = WORDS[language]
  const heads = [words.number, words.place, words.text, words.was, words.is, words.date, words.reason]
  return [
    `<h2 id="${legalEffect}">${escapeHtml(words.groups[legalEffect])}</h2>`,
    `<table aria-labelledby="${legalEffect}">`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...errata.map((erratum) => asTableRow(erratum, language)),
    '</tbody>',
    '</table>',
  ].join('\n')
}

function asTableRow(erratum: Erratum, language: ExportLanguage): string {
  const words = WORDS[language]
  const { number, side, was, is, decidedAt, type, reason } = erratum
  const passage = (tag: string, text: string) =>
    text === '' ? `<span class="quiet">${escapeHtml(words.errata.nothing)}</span>` : inLanguage(side, tag, text)
  const cells = [
    String(number),
    escapeHtml(placeOf(erratum, language)),
    escapeHtml(words.sides[side]),
    passage('del', was),
    passage('ins', is),
    decidedAt ? `<time datetime="${decidedAt.toISOString()}">${dayOf(decidedAt)}</time>` : '',
    [`<b>${escapeHtml(nameOf(words.types, type))}</b>`, escapeHtml(reason)].filter((part) => part !== '').join('<br>'),
  ]
  return `<tr>${cells.map((content) => `<td>${content}</td>`).join('')}</tr>`
}

function placeOf({ row, speakerZh, speakerEn }: Erratum, language: ExportLanguage): string {
  const place = language === 'zh' ? `第${row}行` : `Row ${row}`
  const speaker = language === 'zh' ? speakerZh || speakerEn : speakerEn || speakerZh
  return speaker === '' ? place : `${place} · ${speaker}`
}

const STYLE = `
body { max-width: 64rem; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .8rem; }
h1 { font-size: 1.7rem; }
.of { font-size: 1.1rem; margin-top: .2rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
table { width: 100%; border-collapse: collapse; font-size: .92em; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--ink); }
th, td { padding: .35rem .6rem .35rem 0; vertical-align: top; }
td { border-bottom: 1px solid var(--line); }
td:nth-child(-n+3), td:nth-child(6) { white-space: nowrap; }
td:nth-child(2) { white-space: normal; min-width: 7rem; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
del { color: var(--accent); text-decoration-thickness: 1px; }
ins { text-decoration: none; font-weight: 600; }
main > p { margin-top: 1.5rem; }
footer { margin-top: 2rem; }
`
