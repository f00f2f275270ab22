/**
 * Writes a document as one printable HTML page: both texts side by side or one alone, paragraphs as they were, speakers,
 * captions, credits and the prevail clause in their places and each in its own dress, and at the foot which text governs
 * and where the texts came from. Nothing in it runs or is loaded.
 */
import type { Side } from '../text'
import type { ExportedDocument } from './bitext-document'
import { escapeHtml, htmlPage, inLanguage } from './html'
import { type Paragraph, type Passage, passagesOf } from './paragraphs'
import { dayOf, type ExportLanguage, minuteOf, WORDS } from './words'

export type PageOptions = { language: ExportLanguage; layout: 'side-by-side' | 'english' | 'chinese' }

export function toHtmlPage(document: ExportedDocument, { language, layout }: PageOptions): string {
  const passages = passagesOf(document.segments)
  const body = [
    layout === 'side-by-side' ? bothTexts(document, passages, language) : oneText(document, passages, SIDE_OF[layout]),
    colophon(document, language),
  ].join('\n')
  return htmlPage({ title: document.title, language, style: STYLE, body })
}

const SIDE_OF = { english: 'en', chinese: 'zh' } as const

function bothTexts(document: ExportedDocument, passages: Passage[], language: ExportLanguage): string {
  const { columns } = WORDS[language]
  return [
    '<main class="both">',
    titleUnlessHeadline(document, passages, ['zh', 'en']),
    `<div class="passage heads quiet"><div>${columns.zh}</div><div class="rows"></div><div>${columns.en}</div></div>`,
    ...passages.map((passage) =>
      [
        '<div class="passage">',
        `<div>${passage.zh.map((paragraph) => written(paragraph, 'zh')).join('\n')}</div>`,
        `<div class="rows quiet">${rowsOf(passage)}</div>`,
        `<div>${passage.en.map((paragraph) => written(paragraph, 'en')).join('\n')}</div>`,
        '</div>',
      ].join('\n'),
    ),
    '</main>',
  ].join('\n')
}

function oneText(document: ExportedDocument, passages: Passage[], side: Side): string {
  return [
    '<main class="one">',
    titleUnlessHeadline(document, passages, [side]),
    ...passages.flatMap((passage) => passage[side].map((paragraph) => written(paragraph, side))),
    '</main>',
  ].join('\n')
}

function titleUnlessHeadline({ title }: ExportedDocument, passages: Passage[], sides: Side[]): string {
  const hasHeadline = passages.some((passage) =>
    sides.some((side) => passage[side].some(({ kind }) => kind === 'headline')),
  )
  return hasHeadline ? '' : `<h1 class="headline">${escapeHtml(title)}</h1>`
}

const TAGS: Partial<Record<Paragraph['kind'], string>> = { headline: 'h1', heading: 'h2' }

function written({ kind, label, text }: Paragraph, side: Side): string {
  return inLanguage(side, TAGS[kind] ?? 'p', text, label ? `${kind} label` : kind)
}

function rowsOf({ firstRow, lastRow }: Passage): string {
  return firstRow === lastRow ? String(firstRow) : `${firstRow}–${lastRow}`
}

function colophon(document: ExportedDocument, language: ExportLanguage): string {
  const words = WORDS[language]
  const sources = document.sources.map(({ side, fileName, address, receivedAt }) =>
    [`${words.source[side]}: ${fileName}`, address, `${words.source.received} ${dayOf(receivedAt)}`]
      .filter((part) => part !== '')
      .join(' · '),
  )
  return [
    '<footer class="colophon quiet">',
    `<p class="governing">${escapeHtml(words.governing[document.governing])}</p>`,
    ...sources.map((source) => `<p>${escapeHtml(source)}</p>`),
    `<p>${escapeHtml(`${words.exported} ${minuteOf(document.exportedAt)}`)}</p>`,
    '</footer>',
  ].join('\n')
}

const STYLE = `
body { max-width: 43rem; }
body:has(main.both) { max-width: 70rem; }
.passage { display: grid; grid-template-columns: minmax(0, 1fr) 3.2rem minmax(0, 1fr); column-gap: .5rem; padding: .35rem 0; }
.passage * + p { margin-top: .5rem; }
.rows { text-align: center; padding-top: .3em; }
.heads { border-bottom: 1px solid var(--line); padding: .25rem 0; margin-bottom: .5rem; }
.passage:has(h1, h2, .label) { break-after: avoid; }
main.one > * + * { margin-top: .7rem; }
p:lang(zh) { line-height: 1.85; }
.one p:lang(zh) { text-align: justify; }
p.speech:not(.label):lang(zh), p.answer:not(.label):lang(zh), p.question:not(.label):lang(zh), p.moderator:not(.label):lang(zh), p.lede:lang(zh) { text-indent: 2em; }
h1 { font-size: 1.7rem; font-weight: 700; }
.both h1 { font-size: 1.35rem; }
h2 { font-size: 1.15rem; font-weight: 700; }
main.one > h2, main.one > .label { margin-top: 1.4rem; }
.dateline, .speaker-list { color: var(--quiet); }
.lede { font-size: 1.08em; }
.label { font-weight: 700; break-after: avoid; }
p.question { font-style: italic; }
p.question:lang(zh) { font-style: normal; }
p.question.label { font-style: normal; color: var(--accent); }
.point { padding-left: 1.2em; }
.caption { font-size: .85em; color: var(--quiet); border-left: 2px solid var(--line); padding-left: .8em; }
.credit { font-size: .85em; color: var(--quiet); border-top: 1px solid var(--line); padding-top: .5rem; }
.prevail-clause { font-size: .9em; font-weight: 600; border: 1px solid var(--line); border-left: 3px solid var(--accent); padding: .5rem .8rem; break-inside: avoid; }
.colophon { margin-top: 2.5rem; border-top: 2px solid var(--ink); padding-top: .6rem; break-inside: avoid; }
.colophon .governing { color: var(--ink); font-weight: 600; }
@media screen and (max-width: 40rem) { .passage { grid-template-columns: minmax(0, 1fr); } .heads { display: none; } .rows { text-align: left; order: -1; } }
@media print { .passage { padding: .25rem 0; } }
`
