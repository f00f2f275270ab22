/**
 * Reads TMX 1.1 to 1.4b as a stream of tags (saxes): the Chinese and the English of each unit.
 *
 * Text inside <hi> is kept; native codes (<bpt>, <ept>, <it>, <ph>, <ut>) are no text and are left out, except the
 * placeholders by which `toTmx` writes characters XML cannot hold. Of several variants in one language the first is
 * taken, Simplified Chinese before others. Units with neither language are left out. All of that is told in `notices`.
 * A document type declaration is passed over and never loaded; one that declares anything itself is refused, and so no
 * entity but the five of XML can be used.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Side } from '../text'
import { preference, sideOfLanguage } from './languages'
import { type ReadSegment, type ReadSegments, refused, Tally, UniqueIds } from './read-segments'
import { CHARACTER_PLACEHOLDER } from './xml'

/** Ends the parse at the first thing that makes the file unreadable; `readTmx` turns it into a problem. */
class Unreadable extends Error {
  constructor(
    readonly id: string,
    message: string,
  ) {
    super(message)
  }
}

type Variant = { language: string; text: string }

type Unit = { id: string; line: number; variants: Variant[] }

const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut'])

// The elements of TMX nest seven deep; codes within codes a little further. More is an attack or rubbish.
const DEPTH = 100

/** The units of `xml`, in its order, each with its `tuid` or else its number. */
export function readTmx(xml: string): ReadSegments {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const reader = new TmxReader(() => parser.line)
  parser.on('error', (error) => {
    throw new Unreadable('not-well-formed', `This is not well-formed XML: ${withoutPlace(error.message)}`)
  })
  parser.on('doctype', (doctype) => reader.doctype(doctype))
  parser.on('opentag', (tag) => reader.open(tag))
  parser.on('closetag', (tag) => reader.close(tag.name))
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.id, error.message, parser.line)
    throw error
  }
  return reader.answer()
}

/** saxes puts "line:column: " before what it says. */
function withoutPlace(message: string): string {
  return message.replace(/^(?:\d+:\d+: )/, '')
}

class TmxReader {
  private readonly path: string[] = []
  private readonly segments: ReadSegment[] = []
  private readonly tally = new Tally()
  private readonly ids = new UniqueIds()
  private units = 0
  private unit: Unit | undefined
  private variant: Variant | undefined
  /** Names of the codes around the present place, outermost first. */
  private codes: string[] = []
  private placeholder: string | undefined

  constructor(private readonly line: () => number) {}

  doctype(doctype: string): void {
    const bare = doctype.replace(/"[^"]*"|'[^']*'/g, '')
    if (bare.includes('[')) throw new Unreadable('dtd', 'The document type declares things itself; that is not read.')
  }

  open(tag: SaxesTagPlain): void {
    if (this.path.length === 0 && tag.name !== 'tmx') {
      throw new Unreadable('not-tmx', `This is XML, but not TMX: its root is <${tag.name}>.`)
    }
    this.path.push(tag.name)
    if (this.path.length > DEPTH) throw new Unreadable('too-deep', `Elements nest more than ${DEPTH} deep.`)
    if (tag.name === 'tu') this.openUnit(tag)
    else if (tag.name === 'tuv' && this.unit) this.openVariant(this.unit, tag)
    else if (CODES.has(tag.name) && this.inText()) this.openCode(tag)
  }

  private openUnit({ attributes }: SaxesTagPlain): void {
    this.units++
    this.unit = { id: attributes.tuid || String(this.units), line: this.line(), variants: [] }
  }

  private openVariant(unit: Unit, { attributes }: SaxesTagPlain): void {
    // `lang` without prefix is TMX 1.1 and 1.2.
    this.variant = { language: attributes['xml:lang'] ?? attributes.lang ?? '', text: '' }
    unit.variants.push(this.variant)
  }

  private openCode({ name, attributes }: SaxesTagPlain): void {
    if (this.codes.length === 0) {
      if (attributes.type === CHARACTER_PLACEHOLDER) this.placeholder = ''
      else this.tally.add('codes-left-out', this.line(), 'inline codes were left out')
    }
    this.codes.push(name)
  }

  text(text: string): void {
    if (!this.variant || !this.inText()) return
    if (this.codes.length === 0) this.variant.text += text
    else if (this.placeholder !== undefined) this.placeholder += text
  }

  private inText(): boolean {
    return this.variant !== undefined && this.path.includes('seg')
  }

  close(name: string): void {
    this.path.pop()
    if (CODES.has(name) && this.codes.length > 0) this.closeCode()
    else if (name === 'tuv') this.variant = undefined
    else if (name === 'tu' && this.unit) this.closeUnit(this.unit)
  }

  private closeCode(): void {
    this.codes.pop()
    if (this.codes.length > 0 || this.placeholder === undefined) return
    const [, digits] = /^U\+([0-9A-F]{4})$/.exec(this.placeholder) ?? []
    if (digits && this.variant) this.variant.text += String.fromCharCode(Number.parseInt(digits, 16))
    this.placeholder = undefined
  }

  private closeUnit(unit: Unit): void {
    this.unit = undefined
    const zh = this.bestVariant(unit, 'zh')
    const en = this.bestVariant(unit, 'en')
    if (zh === undefined && en === undefined) {
      this.tally.add('other-languages', unit.line, 'units with neither Chinese nor English were left out')
    } else this.segments.push({ id: this.idOf(unit), zh: zh ?? '', en: en ?? '' })
  }

  private idOf(unit: Unit): string {
    const id = this.ids.claim(unit.id)
    if (id !== unit.id)
      this.tally.add('repeated-id', unit.line, 'units had an id that was taken and got one of their own')
    return id
  }

  private bestVariant({ variants, line }: Unit, side: Side): string | undefined {
    const [first, ...others] = variants
      .filter(({ language }) => sideOfLanguage(language) === side)
      .sort((a, b) => preference(a.language) - preference(b.language))
    for (const _ of others) this.tally.add('variants-left-out', line, 'further variants of a language were left out')
    return first?.text
  }

  answer(): ReadSegments {
    if (this.units > 0 && this.segments.length === 0) {
      return refused('no-pairs', 'No unit of this TMX has Chinese or English text.')
    }
    return { ok: true, segments: this.segments, notices: this.tally.notices() }
  }
}
