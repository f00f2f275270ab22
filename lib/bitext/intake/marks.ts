/** Says what each piece is by itself and by its neighbours, before turns are built. */
import type { Side } from '../text'
import { isCaption } from './captions'
import { findClause } from './clause'
import { readCredits } from './credits'
import { isDateline, opensAsWire } from './dateline'
import { maybeFurniture, readFurniture } from './furniture'
import { endsWithStop, isMarkedHeading, looksLikeHeading, numberDepth } from './heading'
import { type FoundLabel, findLabels } from './labels'
import { bareName } from './names'
import { type Marked, type Piece, reason } from './piece'
import { isInvisible } from './pieces'
import { isListHead, readSpeaker } from './speakers'

/** The pieces with their marks; a label before its speech is parted from it. `listed` are the names of the speaker lists. */
export function markPieces(pieces: Piece[], side: Side): { marked: Marked[]; listed: Set<string> } {
  const first = pieces.map((piece) => markAlone(piece, side))
  spreadFurniture(first)
  const listed = markSpeakers(first, side)
  const open = first.map((piece) => (piece.as === 'body' ? piece : { ...piece, text: '' }))
  const marked = partLabels(first, findLabels(open, side, listed))
  markFront(marked, side)
  markHeadings(marked, side)
  return { marked, listed }
}

function markAlone(piece: Piece, side: Side): Marked {
  if (piece.forced) return { ...piece, as: piece.forced === 'dropped' ? 'junk' : piece.forced, ...droppedByHand(piece) }
  if (isInvisible(piece.text))
    return { ...piece, as: 'junk', reason: reason('invisible', 'Characters that no screen shows') }
  if (piece.hint?.kind === 'furniture') {
    return {
      ...piece,
      as: 'furniture',
      reason: piece.hint.reason ?? reason('page-part', 'Navigation, header or footer of the page'),
    }
  }
  const furniture = piece.hint ? null : readFurniture(piece.text)
  if (furniture) return { ...piece, as: 'furniture', reason: furniture }
  if (findClause(piece.text, side)) return { ...piece, as: 'prevail-clause' }
  if (piece.hint && piece.hint.kind !== 'point') return { ...piece, as: piece.hint.kind }
  if (readCredits(piece.text, side)) return { ...piece, as: 'credit' }
  if (isCaption(piece.text)) return { ...piece, as: 'caption' }
  return { ...piece, as: 'body' }
}

function droppedByHand({ forced }: Piece): Pick<Marked, 'reason'> {
  return forced === 'dropped' ? { reason: reason('dropped-by-hand', 'Dropped by hand') } : {}
}

/** Words that may be a button or a heading ("Print") are furniture beside furniture. */
function spreadFurniture(pieces: Marked[]): void {
  const spread = (from: number, step: 1 | -1) => {
    for (let at = from + step; pieces[at]?.as === 'body' && maybeFurniture(pieces[at]!.text); at += step) {
      Object.assign(pieces[at]!, { as: 'furniture', reason: reason('page-tools', 'Tools of the page') })
    }
  }
  const certain = pieces.flatMap((piece, index) => (piece.as === 'furniture' ? [index] : []))
  for (const index of certain) {
    spread(index, 1)
    spread(index, -1)
  }
}

/** Speaker lines stand together; a single one counts when it stands under a head or is followed by that person's turn. */
function markSpeakers(pieces: Marked[], side: Side): Set<string> {
  const names = new Map<number, string>()
  for (const [index, piece] of pieces.entries()) {
    const speaker = piece.as === 'body' ? readSpeaker(piece.text, side) : null
    if (speaker) names.set(index, speaker.name)
  }
  const labels = new Set(
    pieces
      .flatMap(({ as, text }) => (as === 'body' && text.length < 60 ? (/^(.+?)\s*[:：]/u.exec(text)?.[1] ?? []) : []))
      .map(bareName),
  )
  const listed = new Set<string>()
  for (const [index, name] of names) {
    const before = pieces[index - 1]
    const head = before?.as === 'body' && isListHead(before.text, side) ? before : null
    if (head || names.has(index - 1) || names.has(index + 1) || labels.has(name)) {
      pieces[index]!.as = 'speaker-list'
      listed.add(name)
    }
    if (head) head.as = 'speaker-list'
  }
  for (const { forced, text } of pieces) {
    const speaker = forced === 'speaker-list' ? readSpeaker(text, side) : null
    if (speaker) listed.add(speaker.name)
  }
  return listed
}

function partLabels(pieces: Marked[], labels: ReadonlyMap<number, FoundLabel>): Marked[] {
  return pieces.flatMap((piece, index) => {
    const label = labels.get(index)
    return label ? partLabel(piece, label) : [piece]
  })
}

function partLabel(piece: Marked, { name, role, end, own }: FoundLabel): Marked[] {
  const label: Marked = { ...piece, as: 'label', label: { name, role } }
  if (own) return [label]
  const spoken = piece.text.slice(end)
  const from = piece.from + end + (spoken.length - spoken.trimStart().length)
  const text = spoken.trimStart()
  return [
    { ...label, to: piece.from + end, text: piece.text.slice(0, end) },
    { ...piece, from, text, gap: 0, as: 'body' },
  ]
}

// A headline, its subtitle and its date stand within the first few lines.
const FRONT = 8

/** The front of a document: headline, dateline, lede. */
function markFront(pieces: Marked[], side: Side): void {
  const firstLabel = pieces.findIndex(({ as }) => as === 'label')
  const end = firstLabel < 0 ? pieces.length : firstLabel
  const front = pieces
    .slice(0, end)
    .filter(({ as, forced }) => !forced && (as === 'body' || as === 'headline' || as === 'heading'))
  markHeadline(front, side)
  const lists = pieces.some(({ as }) => as === 'speaker-list')
  for (const piece of front.slice(0, firstLabel < 0 && !lists ? FRONT : front.length)) {
    if (piece.as === 'body' && isDateline(piece.text)) piece.as = 'dateline'
  }
  markLede(front, firstLabel >= 0)
}

function markHeadline(front: Marked[], side: Side): void {
  const known = front.find(({ as }) => as === 'headline')
  const headline = known ?? findHeadline(front, side)
  if (!headline) return
  headline.as = 'headline'
  const next = front[front.indexOf(headline) + 1]
  // The title page repeats the title, or a second line of it follows at once.
  if (next && (next.as === 'body' || next.as === 'heading') && repeats(headline.text, next.text)) next.as = 'headline'
}

/** The first line that can be one; a note may stand before it ("Sample: …"), and then the date must follow it. */
function findHeadline(front: Marked[], side: Side): Marked | undefined {
  const lines = front.filter(({ as, text }) => as === 'heading' || (as === 'body' && !isDateline(text)))
  const [first, second] = lines
  if (!first || couldBeHeadline(first, side)) return first
  const dated = second && isDateline(front[front.indexOf(second) + 1]?.text ?? '')
  return dated && couldBeHeadline(second, side) ? second : undefined
}

const MOST_HEADLINE = { zh: 60, en: 200 } as const

function couldBeHeadline({ as, text }: Marked, side: Side): boolean {
  if (as === 'heading' || isMarkedHeading(text, side)) return true
  return (
    text.length <= MOST_HEADLINE[side] &&
    (!endsWithStop(text) || /[?？!！]$/u.test(text)) &&
    !/[.。！？!?]["”]?\s+\p{Lu}/u.test(text.replace(/\b\p{L}{1,3}\./gu, ''))
  )
}

function repeats(title: string, line: string): boolean {
  const a = title.replace(/[\p{P}\s]+/gu, '')
  const b = line.replace(/[\p{P}\s]+/gu, '')
  return b.length <= a.length * 1.6 && (a.startsWith(b) || b.startsWith(a))
}

// An editor's note is short.
const MOST_LEDE = 4

/** Before the first turn of a transcript paragraphs are its lede; elsewhere only the one that follows headline and dateline. */
function markLede(front: Marked[], isTranscript: boolean): void {
  if (isTranscript) {
    const paragraphs = front.filter(({ as, text }) => as === 'body' && endsWithStop(text))
    for (const piece of paragraphs.slice(0, MOST_LEDE)) piece.as = 'lede'
    return
  }
  const dated = front.slice(0, FRONT).findIndex(({ as }) => as === 'dateline')
  const first = front.find(({ as }) => as === 'body')
  if (!first || !/[.。!！?？]["”’）)]?$/u.test(first.text)) return
  const follows = dated >= 0 && front[dated + 1] === first && front.some(({ as }) => as === 'headline')
  if (opensAsWire(first.text) || follows) first.as = 'lede'
}

function markHeadings(pieces: Marked[], side: Side): void {
  const firstLabel = pieces.findIndex(({ as }) => as === 'label')
  const end = firstLabel < 0 ? pieces.length : firstLabel
  for (let index = 0; index < end; index++) {
    const piece = pieces[index]!
    if (piece.as !== 'body') continue
    if (piece.hint?.kind === 'point') piece.as = 'point'
    else if (isItem(pieces, index)) piece.as = 'point'
    else if (isMarkedHeading(piece.text, side) || leadsOn(pieces, index, side)) piece.as = 'heading'
  }
}

/** Beside another of its depth: an item of a list. */
function isItem(pieces: Marked[], index: number): boolean {
  const depth = numberDepth(pieces[index]!.text)
  if (depth === null) return false
  return [pieces[index - 1], pieces[index + 1]].some(
    (piece) => piece !== undefined && numberDepth(piece.text) === depth,
  )
}

/** A short line is a heading when a longer paragraph follows; three and more short lines together are a list. */
function leadsOn(pieces: Marked[], index: number, side: Side): boolean {
  const piece = pieces[index]!
  if (!looksLikeHeading(piece.text, side)) return false
  const next = pieces.slice(index + 1).find(({ as }) => as === 'body')
  if (!next) return false
  const before = pieces[index - 1]
  if (before?.as === 'body' && looksLikeHeading(before.text, side)) return false
  return endsWithStop(next.text) || next.text.length > piece.text.length * 1.5 || isMarkedHeading(next.text, side)
}
