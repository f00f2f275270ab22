/** What intake understood of one text: blocks that are kept, stretches that are dropped, and what a person should look at. */
import type { GoverningRule, Notice, Side, Span } from '../text'

/**
 * `speech`, `question`, `answer` and `moderator` are the paragraphs of turns (enumerated ones too). There is no kind `paragraph`:
 * body text outside turns (articles of a law, paragraphs of a book, items of a list) is `point`.
 */
export const BLOCK_KINDS = [
  'headline',
  'dateline',
  'lede',
  'speaker-list',
  'heading',
  'speech',
  'question',
  'answer',
  'moderator',
  'point',
  'credit',
  'prevail-clause',
  'caption',
  'furniture',
] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Blocks that no one translates anew and that count in no word count. */
export const PROTECTED_KINDS: readonly BlockKind[] = ['credit', 'prevail-clause', 'caption', 'furniture']

/**
 * A kept stretch, usually one paragraph. `text === intake.text.slice(from, to)`, without white space at its ends.
 * `line` is the 1-based line its first character stands on.
 */
export type Block = Span & {
  kind: BlockKind
  text: string
  line: number
  /** Turns are numbered from 0 in the order of the text; a block outside any turn (headline, credit …) has none. */
  turn?: number
  /** This block is the line that opens its turn: "Wang Leshui:", "封面新闻记者：". */
  label?: boolean
  /** Who speaks, without the colon, on every block of that person's turn. */
  speaker?: string
  /** Whose reporter asks, without the colon, on every block of that question. */
  outlet?: string
}

/** A stretch left out: junk (no one wrote it for readers) or furniture of the page (breadcrumb, share line, pager …). */
export type Dropped = Span & { kind: 'junk' | 'furniture'; text: string; line: number; reason: Notice }

export type Warning = Notice & { line: number }

export type Person = { name: string; title: string; line: number }

/**
 * Blocks and dropped stretches are in the order of the text, never overlap, and with the white space
 * between them they are the text: nothing else is lost.
 */
export type Intake = {
  side: Side
  text: string
  blocks: Block[]
  dropped: Dropped[]
  warnings: Warning[]
  /** The clause that says which text prevails, if the text has one. */
  governing?: Span & { rule: GoverningRule; quote: string; line: number }
  /** The names of the credit line, in its order. */
  credits?: string[]
  /** Every line of every speaker list, in order, repeats included. */
  speakers: Person[]
}

/** A person's correction of what intake understood: the stretch that starts at `from` is of this kind, or is dropped. */
export type Correction = { side: Side; from: number; kind: BlockKind | 'dropped' }
