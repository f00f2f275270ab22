/**
 * Writes TBX-Basic: version 3 (ISO 30042:2019) in both of its styles, DCA (data categories as attributes) and DCT (as tags),
 * and version 2 (martif), which older tools read. Deprecated is TBX's word for forbidden.
 */

import { LANGUAGE_TAGS } from '../interchange/languages'
import { escapeAttribute, escapeText } from '../interchange/xml'
import { SIDES } from '../text'
import type { Concept, Term, TermStatus } from './term'
import { toXmlId } from './xml-id'

export type TbxStyle = 'dca' | 'dct' | 'v2'

export const STATUS_NAMES: Record<TermStatus, string> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
}

export function toTbx(concepts: readonly Concept[], style: TbxStyle): string {
  const [open, close] = FRAMES[style]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${concepts.map((one) => conceptXml(one, style)).join('')}${close}`
}

const HEADER = (tag: string) =>
  `<${tag}><fileDesc><sourceDesc><p>Exported termbase</p></sourceDesc></fileDesc></${tag}><text><body>\n`

const FRAMES: Record<TbxStyle, [string, string]> = {
  dca: [
    `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">${HEADER('tbxHeader')}`,
    '</body></text></tbx>\n',
  ],
  dct: [
    `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">${HEADER('tbxHeader')}`,
    '</body></text></tbx>\n',
  ],
  v2: [`<martif type="TBX-Basic" xml:lang="en">${HEADER('martifHeader')}`, '</body></text></martif>\n'],
}

const NAMES = {
  3: { concept: 'conceptEntry', language: 'langSec', term: 'termSec' },
  2: { concept: 'termEntry', language: 'langSet', term: 'tig' },
} as const

function conceptXml({ id, definition, subject, terms }: Concept, style: TbxStyle): string {
  const names = NAMES[style === 'v2' ? 2 : 3]
  const head = `${category('subjectField', subject, style)}${category('definition', definition, style)}`
  const languages = SIDES.map((side) => {
    const own = terms.filter((term) => term.side === side)
    const tag = LANGUAGE_TAGS[side]
    const inner = own.map((term) => termXml(term, style, names.term)).join('')
    return own.length === 0 ? '' : `<${names.language} xml:lang="${tag}">${inner}</${names.language}>`
  })
  return `<${names.concept} id="${escapeAttribute(toXmlId(id))}">${head}${languages.join('')}</${names.concept}>\n`
}

function termXml({ text, status, partOfSpeech, note, source }: Term, style: TbxStyle, tag: string): string {
  const inner = [
    `<term>${escapeText(text)}</term>`,
    category('partOfSpeech', partOfSpeech ?? '', style),
    category('administrativeStatus', STATUS_NAMES[status], style),
    category('source', source, style),
    note === '' ? '' : `<note>${escapeText(note)}</note>`,
  ]
  return `<${tag}>${inner.join('')}</${tag}>`
}

const CATEGORIES = {
  partOfSpeech: ['termNote', 'min'],
  administrativeStatus: ['termNote', 'min'],
  subjectField: ['descrip', 'min'],
  definition: ['descrip', 'basic'],
  source: ['admin', 'basic'],
} as const

function category(name: keyof typeof CATEGORIES, text: string, style: TbxStyle): string {
  if (text === '') return ''
  const [element, module] = CATEGORIES[name]
  if (style === 'dct') return `<${module}:${name}>${escapeText(text)}</${module}:${name}>`
  return `<${element} type="${name}">${escapeText(text)}</${element}>`
}
