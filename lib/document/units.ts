/**
 * A text cut into the units that are aligned: sentences of running text, whole blocks of everything that is no prose
 * (labels, headlines, credits …). With the tails between them, the units are the kept text, byte for byte.
 */
import type { Block, BlockKind, Intake } from '../bitext/intake/block'
import { splitSentences } from '../bitext/sentences'

export type Unit = {
  /** Index in `intake.blocks`. */
  block: number
  text: string
  /** White space between this unit and the next; dropped stretches are not in it. */
  tail: string
}

const WHOLE: readonly BlockKind[] = [
  'headline',
  'dateline',
  'speaker-list',
  'credit',
  'prevail-clause',
  'caption',
  'furniture',
]

export function unitsOf(intake: Intake): Unit[] {
  const cut = intake.blocks.flatMap((block, index) =>
    pieces(block, intake).map((piece) => ({ ...piece, block: index })),
  )
  return cut.map(({ block, from, to }, index) => ({
    block,
    text: intake.text.slice(from, to),
    tail: keptBetween(intake, to, cut[index + 1]?.from ?? intake.text.length),
  }))
}

function pieces(block: Block, { side }: Intake): { from: number; to: number }[] {
  if (block.label || WHOLE.includes(block.kind)) return [{ from: block.from, to: block.to }]
  return splitSentences(unwrapped(block.text), side).map(({ from, to }) => ({
    from: block.from + from,
    to: block.from + to,
  }))
}

/** A line break within a block was made by wrapping and ends no sentence; the places stay the same. */
function unwrapped(text: string): string {
  return text.replace(/[\n\r\v\f\u2028\u2029]/g, ' ')
}

/** Dropped stretches lie between blocks, never inside one. */
function keptBetween({ text, dropped }: Intake, from: number, to: number): string {
  let kept = ''
  let at = from
  for (const stretch of droppedBetween(dropped, from, to)) {
    kept += text.slice(at, stretch.from)
    at = stretch.to
  }
  return kept + text.slice(at, to)
}

function droppedBetween(dropped: Intake['dropped'], from: number, to: number) {
  // Dropped stretches are sorted: a binary search keeps a document with thousands of them linear.
  let low = 0
  for (let high = dropped.length; low < high; ) {
    const middle = (low + high) >> 1
    if (dropped[middle].from < from) low = middle + 1
    else high = middle
  }
  const inside = []
  for (let index = low; index < dropped.length && dropped[index].to <= to; index++) inside.push(dropped[index])
  return inside
}
