/**
 * Writes a document as TMX 1.4b (LISA OSCAR 2005), one unit a row.
 *
 * A side without text has no variant; a row without any keeps an empty Chinese one, because a unit must have a variant.
 * Characters XML cannot hold are written as placeholders, <ph type="x-char">U+000C</ph>, which `readTmx` turns back;
 * in titles and ids, which are attributes and properties, U+FFFD takes their place.
 * Row, kind, status and what stands between rows travel as properties (x-row, x-status, x-zh-tail …).
 */

import type { ExportedDocument, ExportedSegment } from './bitext-document'
import { LANGUAGE_TAGS } from './languages'
import { CHARACTER_PLACEHOLDER, escapeAttribute, escapeText } from './xml'

export { readTmx } from './read-tmx'

/** The document as TMX; the source language is the governing one, or `*all*` where neither prevails. */
export function toTmx(document: ExportedDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    header(document),
    '<body>',
    ...document.segments.map(unit),
    '</body>',
    '</tmx>',
    '',
  ].join('\n')
}

function header(document: ExportedDocument): string {
  const attributes = {
    creationtool: 'Duizhao',
    creationtoolversion: '1',
    segtype: 'sentence',
    'o-tmf': 'Duizhao',
    adminlang: 'en',
    srclang: sourceLanguage(document),
    datatype: 'plaintext',
    creationdate: tmxDate(document.exportedAt),
  }
  return [
    `<header${written(attributes)}>`,
    property('x-document', document.id),
    property('x-title', document.title),
    property('x-governing', document.governing),
    '</header>',
  ].join('\n')
}

function sourceLanguage({ governing }: ExportedDocument): string {
  if (governing === 'prevails-zh') return LANGUAGE_TAGS.zh
  return governing === 'prevails-en' ? LANGUAGE_TAGS.en : '*all*'
}

function unit(segment: ExportedSegment): string {
  const { changedAt, changedBy } = segment
  const attributes = {
    tuid: segment.id,
    ...(changedAt ? { changedate: tmxDate(changedAt) } : {}),
    ...(changedBy ? { changeid: changedBy } : {}),
  }
  const sides = (['zh', 'en'] as const).filter((side) => segment[side] !== '')
  return [
    `<tu${written(attributes)}>`,
    ...properties(segment),
    ...(sides.length > 0 ? sides : ['zh' as const]).map(
      (side) => `<tuv xml:lang="${LANGUAGE_TAGS[side]}"><seg>${escapeText(segment[side], placeholder)}</seg></tuv>`,
    ),
    '</tu>',
  ].join('\n')
}

function properties(segment: ExportedSegment): string[] {
  const values: [string, string | number | null][] = [
    ['x-row', segment.row],
    ['x-kind', segment.kind],
    ['x-label', segment.label ? 'yes' : ''],
    ['x-status', segment.status],
    ['x-flags', segment.flags.join(' ')],
    ['x-speaker-zh', segment.speakerZh],
    ['x-speaker-en', segment.speakerEn],
    ['x-zh-paragraph', segment.zhParagraph],
    ['x-en-paragraph', segment.enParagraph],
    // As JSON strings: bare white space would be lost on the way through most tools.
    ['x-zh-tail', segment.zhTail && JSON.stringify(segment.zhTail)],
    ['x-en-tail', segment.enTail && JSON.stringify(segment.enTail)],
  ]
  return values.flatMap(([type, value]) => (value === null || value === '' ? [] : [property(type, String(value))]))
}

function property(type: string, value: string): string {
  return `<prop type="${type}">${escapeText(value)}</prop>`
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}

function placeholder(character: string): string {
  const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `<ph type="${CHARACTER_PLACEHOLDER}">U+${number}</ph>`
}

/** YYYYMMDDThhmmssZ, as section "date" of the specification wants it. */
function tmxDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '')
}
