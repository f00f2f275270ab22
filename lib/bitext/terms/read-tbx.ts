/**
 * Reads TBX: version 3 in DCA and DCT style, version 2 (martif), also beyond TBX-Basic as far as we keep it. A stream of tags (saxes).
 * Other languages and data categories are left out and told. A document type that declares anything itself is refused,
 * and so no entity but XML's five can be used.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { sideOfLanguage } from '../interchange/languages'
import { Tally } from '../interchange/read-segments'
import type { Side } from '../text'
import { type Concept, PARTS_OF_SPEECH, type ReadConcepts, refusedTerms, type Term, type TermStatus } from './term'
import { fromXmlId } from './xml-id'

class Unreadable extends Error {
  constructor(
    readonly id: string,
    message: string,
  ) {
    super(message)
  }
}

// TBX nests ten deep; more is an attack or rubbish.
const DEPTH = 60
const MOST_CONCEPTS = 200_000

export function readTbx(xml: string): ReadConcepts {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const reader = new TbxReader(() => parser.line)
  parser.on('error', (error) => {
    throw new Unreadable('not-well-formed', `This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.replace(/"[^"]*"|'[^']*'/g, '').includes('['))
      throw new Unreadable('dtd', 'The document type declares things itself; that is not read.')
  })
  parser.on('opentag', (tag) => reader.open(tag))
  parser.on('closetag', (tag) => reader.close(localName(tag.name)))
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close()
  } catch (error) {
    if (error instanceof Unreadable) return refusedTerms(error.id, error.message, parser.line)
    throw error
  }
  return reader.answer()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const CONCEPT = new Set(['conceptEntry', 'termEntry'])
const LANGUAGE = new Set(['langSec', 'langSet'])
const TERM = new Set(['termSec', 'tig', 'ntig'])
const CATEGORY = new Set(['termNote', 'descrip', 'admin'])
const KEPT = new Set(['term', 'partOfSpeech', 'administrativeStatus', 'subjectField', 'definition', 'source', 'note'])

const STATUSES: readonly [RegExp, TermStatus][] = [
  [/^(?:preferred|standardized|regulated|legal)/i, 'preferred'],
  [/^(?:deprecated|superseded|notrecommended|forbidden|obsolete)/i, 'forbidden'],
  [/./, 'admitted'],
]

type Draft = Omit<Term, 'status'> & { status: TermStatus | null }

class TbxReader {
  private readonly path: string[] = []
  private readonly concepts: Concept[] = []
  private readonly tally = new Tally()
  private concept: (Omit<Concept, 'terms'> & { drafts: Draft[]; line: number }) | undefined
  private side: Side | null = null
  private term: Draft | undefined
  /** The category whose text is being read, and the depth at which it began. */
  private reading: { name: string; depth: number; text: string } | undefined

  constructor(private readonly line: () => number) {}

  open({ name: full, attributes }: SaxesTagPlain): void {
    const name = localName(full)
    if (this.path.length === 0 && name !== 'tbx' && name !== 'martif')
      throw new Unreadable('not-tbx', `This is XML, but not TBX: its root is <${full}>.`)
    this.path.push(name)
    if (this.path.length > DEPTH) throw new Unreadable('too-deep', `Elements nest more than ${DEPTH} deep.`)
    if (CONCEPT.has(name)) this.openConcept(attributes.id ?? attributes['xml:id'])
    else if (LANGUAGE.has(name)) this.openLanguage(attributes['xml:lang'] ?? attributes.lang ?? '')
    else if (TERM.has(name) && this.side) this.term = { side: this.side, text: '', status: null, note: '', source: '' }
    else if (this.concept && !this.reading) this.openCategory(CATEGORY.has(name) ? (attributes.type ?? '') : name)
  }

  private openConcept(id: string | undefined): void {
    if (this.concepts.length >= MOST_CONCEPTS)
      throw new Unreadable('too-many', `More than ${MOST_CONCEPTS} concepts are not read.`)
    const own = id === undefined ? String(this.concepts.length + 1) : fromXmlId(id)
    this.concept = { id: own, definition: '', subject: '', drafts: [], line: this.line() }
  }

  private openLanguage(tag: string): void {
    this.side = sideOfLanguage(tag)
    if (!this.side)
      this.tally.add('other-languages', this.line(), 'languages other than Chinese and English were left out')
  }

  private openCategory(name: string): void {
    if (KEPT.has(name)) this.reading = { name, depth: this.path.length, text: '' }
  }

  text(text: string): void {
    if (this.reading) this.reading.text += text
  }

  close(name: string): void {
    if (this.reading && this.reading.depth === this.path.length) {
      this.keep(this.reading.name, this.reading.text)
      this.reading = undefined
    }
    this.path.pop()
    if (TERM.has(name)) this.closeTerm()
    else if (LANGUAGE.has(name)) this.side = null
    else if (CONCEPT.has(name)) this.closeConcept()
  }

  private keep(name: string, text: string): void {
    const term = this.term
    if (term && name === 'term') term.text = text
    else if (term && name === 'note') term.note ||= text
    else if (term && name === 'source') term.source ||= text
    else if (term && name === 'partOfSpeech') this.keepPartOfSpeech(term, text.trim())
    else if (term && name === 'administrativeStatus')
      term.status = STATUSES.find(([sign]) => sign.test(text.trim()))?.[1] ?? null
    else if (this.concept && name === 'definition') this.concept.definition ||= text
    else if (this.concept && name === 'subjectField') this.concept.subject ||= text
  }

  private keepPartOfSpeech(term: Draft, said: string): void {
    const known = PARTS_OF_SPEECH.find((one) => one === said)
    if (!known && said)
      this.tally.add('part-of-speech', this.line(), 'parts of speech are not in TBX-Basic and became "other"')
    if (said) term.partOfSpeech = known ?? 'other'
  }

  private closeTerm(): void {
    if (this.term && this.term.text.trim() !== '') this.concept?.drafts.push(this.term)
    else if (this.term) this.tally.add('term-empty', this.line(), 'terms without words were left out')
    this.term = undefined
  }

  private closeConcept(): void {
    const { drafts, line, ...concept } = this.concept!
    this.concept = undefined
    // Without a status the only term of its language is the one to use; of several none is told apart.
    const alone = (side: Side) => drafts.filter((draft) => draft.side === side).length === 1
    const terms = drafts.map(
      ({ status, ...draft }): Term => ({ ...draft, status: status ?? (alone(draft.side) ? 'preferred' : 'admitted') }),
    )
    if (terms.length > 0) this.concepts.push({ ...concept, terms })
    else this.tally.add('no-terms', line, 'concepts without Chinese or English terms were left out')
  }

  answer(): ReadConcepts {
    if (this.path.length > 0 || this.concepts.length === 0)
      return refusedTerms('no-terms', 'This file has no concept with a Chinese or English term.')
    return { ok: true, concepts: this.concepts, notices: this.tally.notices() }
  }
}
