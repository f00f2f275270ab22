/**
 * Understands the structure of one text: what is junk, what the page wraps around it, what its blocks are, who speaks in which
 * turn, which text prevails, who made it. Rules of form only (no model): each looks at a line, its neighbours and the labels.
 * Blocks and dropped stretches are in the order of the text, never overlap, and with the white space between them they are the text.
 */
import type { Side } from '../text'
import type { Block, Correction, Dropped, Intake, Person, Warning } from './block'
import { findClause, stronger } from './clause'
import { readCredits } from './credits'
import { findJunk, type Junk } from './junk'
import { markPieces } from './marks'
import type { LineHint, Marked } from './piece'
import { cutPieces } from './pieces'
import { readSpeaker, warnOfLists } from './speakers'
import { buildTurns, type Turn } from './turns'

/** What was understood of a text. `corrections` are a person's, `hints` what the file's format knows of its lines. */
export function intakeText(
  text: string,
  side: Side,
  corrections: readonly Correction[] = [],
  hints: readonly LineHint[] = [],
): Intake {
  // Of several corrections of one stretch the last holds.
  const decided = new Map(corrections.filter((each) => each.side === side).map(({ from, kind }) => [from, kind]))
  const restored = new Map([...decided].filter(([, kind]) => kind !== 'dropped'))
  const junk = findJunk(text)
  const kept = junk.filter(({ from }) => !restored.has(from))
  const { marked, listed } = markPieces(
    addRestored(text, cutPieces(text, junk, side, hints, corrections), junk, restored),
    side,
  )
  const turns = buildTurns(marked, side, listed)
  const lists = listSpeakers(marked, side)
  return {
    side,
    text,
    blocks: makeBlocks(marked, turns),
    dropped: makeDropped(text, marked, kept),
    warnings: [
      ...warnOfLists(lists, text, side),
      ...warnOfQuestions(turns, marked),
      ...warnOfClauses(marked, side),
    ].toSorted((a, b) => a.line - b.line),
    ...readGoverning(marked, side),
    ...gatherCredits(marked, side),
    speakers: lists.flat(),
  }
}

/** Junk that a person wants back is a piece of its own. */
function addRestored(
  text: string,
  pieces: ReturnType<typeof cutPieces>,
  junk: Junk[],
  restored: ReadonlyMap<number, Correction['kind']>,
) {
  const back = junk
    .filter(({ from }) => restored.has(from))
    .map(({ from, to }) => ({
      from,
      to,
      text: text.slice(from, to),
      line: lineAt(text, from),
      gap: 1,
      forced: restored.get(from)!,
    }))
  return back.length === 0 ? pieces : [...pieces, ...back].toSorted((a, b) => a.from - b.from)
}

function lineAt(text: string, at: number): number {
  return (text.slice(0, at).match(/\r\n|[\r\n]/g)?.length ?? 0) + 1
}

function makeBlocks(pieces: Marked[], turns: Turn[]): Block[] {
  const turnOf = new Map(
    turns.flatMap((turn, number) => turn.pieces.map((index) => [index, { turn, number }] as const)),
  )
  return pieces.flatMap((piece, index) => {
    if (isDropped(piece)) return []
    const { from, to, text, line } = piece
    const place = turnOf.get(index)
    if (!place) return [{ from, to, text, line, kind: outside(piece) }]
    const { turn, number } = place
    const label = piece.as === 'label' ? { label: true } : {}
    return [{ from, to, text, line, kind: turn.kind, turn: number, ...label, ...whose(turn) }]
  })
}

function isDropped({ as, forced }: Marked): boolean {
  return as === 'junk' || (as === 'furniture' && forced === undefined)
}

function outside({ as }: Marked): Block['kind'] {
  return as === 'body' || as === 'label' || as === 'junk' ? 'point' : as
}

function whose({ name, asks }: Turn): Pick<Block, 'speaker' | 'outlet'> {
  if (name === undefined) return {}
  return asks ? { outlet: name } : { speaker: name }
}

function makeDropped(text: string, pieces: Marked[], junk: Junk[]): Dropped[] {
  const lines = lineCounter(text)
  const cut = junk.map(
    ({ from, to, reason }): Dropped => ({
      from,
      to,
      text: text.slice(from, to),
      line: lines(from),
      kind: 'junk',
      reason,
    }),
  )
  const sorted = pieces.filter(isDropped).map(
    ({ from, to, text: words, line, as, reason }): Dropped => ({
      from,
      to,
      text: words,
      line,
      kind: as === 'junk' ? 'junk' : 'furniture',
      reason: reason!,
    }),
  )
  return [...cut, ...sorted].toSorted((a, b) => a.from - b.from)
}

/** Line numbers for places asked in ascending order, in one pass. */
function lineCounter(text: string): (at: number) => number {
  let seen = 0
  let line = 1
  return (at) => {
    line += text.slice(seen, at).match(/\r\n|[\r\n]/g)?.length ?? 0
    seen = at
    return line
  }
}

/** Speaker lines with nothing kept between them are one list. */
function listSpeakers(pieces: Marked[], side: Side): Person[][] {
  const lists: Person[][] = []
  let open = false
  for (const { as, text, line } of pieces) {
    const speaker = as === 'speaker-list' ? readSpeaker(text, side) : null
    if (speaker) {
      if (!open) lists.push([])
      lists.at(-1)!.push({ ...speaker, line })
    }
    // A head within the list (主持人：) neither opens nor ends it.
    open = as === 'speaker-list' && (open || speaker !== null)
  }
  return lists
}

function warnOfQuestions(turns: Turn[], pieces: Marked[]): Warning[] {
  return turns
    .filter(({ kind, unlabelled }) => kind === 'question' && unlabelled)
    .map(({ pieces: [first] }) => ({
      id: 'question-without-outlet',
      message: `A question without an outlet (line ${pieces[first!]!.line})`,
      values: { line: pieces[first!]!.line },
      line: pieces[first!]!.line,
    }))
}

function listClauses(pieces: Marked[], side: Side) {
  return pieces
    .filter(({ as }) => as === 'prevail-clause')
    .flatMap((piece) => {
      const clause = findClause(piece.text, side)
      return clause ? [{ piece, rule: clause.rule }] : []
    })
}

function readGoverning(pieces: Marked[], side: Side): Pick<Intake, 'governing'> {
  const clauses = listClauses(pieces, side)
  const best = clauses.reduce<(typeof clauses)[number] | null>(
    (found, each) => (found && stronger(found.rule, each.rule) === found.rule ? found : each),
    null,
  )
  if (!best) return {}
  const { from, to, text, line } = best.piece
  return { governing: { rule: best.rule, from, to, quote: text, line } }
}

function warnOfClauses(pieces: Marked[], side: Side): Warning[] {
  const prevailing = listClauses(pieces, side).filter(({ rule }) => rule.startsWith('prevails'))
  const other = prevailing.find(({ rule }) => rule !== prevailing[0]!.rule)
  if (!other) return []
  const [first, second] = [prevailing[0]!.piece.line, other.piece.line]
  return [
    {
      id: 'clauses-disagree',
      message: `One clause lets the Chinese prevail, another the English (lines ${first} and ${second})`,
      values: { first, second },
      line: second,
    },
  ]
}

function gatherCredits(pieces: Marked[], side: Side): Pick<Intake, 'credits'> {
  const credits = pieces.filter(({ as }) => as === 'credit')
  if (credits.length === 0) return {}
  return { credits: credits.flatMap(({ text }) => readCredits(text, side) ?? []) }
}
