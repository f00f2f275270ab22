/**
 * Boundaries that must coincide in both texts: turns, headings, credits, the clause. They are trusted only where the two
 * texts agree on them so well that chance is out of question; a wrong anchor costs far more than a missing one.
 */
import type { Block, Intake } from '../bitext/intake/block'
import type { Side } from '../bitext/text'
import { type Unit, unitsOf } from './units'

export type Cut = { zh: number; en: number }

/** The block that each sentence of a side stands in, as a number in its intake; null where that is not known. */
export type Blocks = readonly (number | null)[]

/** What guides the aligner besides the sentences. */
export type Guides = { cuts: Cut[]; paragraphs: Record<Side, number[]> }

/**
 * The guides of sentences that may have been edited, cut and joined since the texts were read: sentences still know their
 * block, and a boundary between blocks that no longer begins a sentence on both sides guides no one.
 */
export function guidesOf(blockCuts: readonly Cut[], zh: Blocks, en: Blocks): Guides {
  const starts = { zh: startsOf(zh), en: startsOf(en) }
  const cuts = blockCuts.flatMap((cut) => {
    const [zhStart, enStart] = [starts.zh.get(cut.zh), starts.en.get(cut.en)]
    return zhStart === undefined || enStart === undefined ? [] : [{ zh: zhStart, en: enStart }]
  })
  return { cuts: monotone(cuts), paragraphs: { zh: paragraphStarts(zh), en: paragraphStarts(en) } }
}

/** Before which blocks of the two texts the same boundary stands. */
export function findBlockCuts(zhIntake: Intake, enIntake: Intake): Cut[] {
  const [zh, en] = [zhIntake, enIntake].map((intake) => ({ intake, units: unitsOf(intake) }))
  return findCuts(zh, en).flatMap((cut) => {
    const [zhUnit, enUnit] = [zh.units[cut.zh], en.units[cut.en]]
    return zhUnit && enUnit ? [{ zh: zhUnit.block, en: enUnit.block }] : []
  })
}

function startsOf(blocks: Blocks): Map<number, number> {
  const starts = new Map<number, number>()
  blocks.forEach((block, index) => {
    if (block !== null && !starts.has(block)) starts.set(block, index)
  })
  return starts
}

function paragraphStarts(blocks: Blocks): number[] {
  return blocks.flatMap((block, index) => (index === 0 || block !== blocks[index - 1] ? [index] : []))
}

type Section = { start: number; end: number; kind: string; share: number }

/** How much longer, as a share of the whole, a turn may be on one side: translation stretches, but not without bound. */
const MOST_DRIFT = 0.12
/** Fewer than this many common headings may agree by chance. */
const FEWEST_HEADINGS = 2

export function findCuts(zh: { intake: Intake; units: Unit[] }, en: { intake: Intake; units: Unit[] }): Cut[] {
  const cuts = [
    ...sectionCuts(turns(zh), turns(en), 1),
    ...sectionCuts(ofKind(zh, 'heading'), ofKind(en, 'heading'), FEWEST_HEADINGS),
    ...firstOf(zh, en, 'credit'),
    ...firstOf(zh, en, 'prevail-clause'),
    ...firstOf(zh, en, 'headline'),
  ]
  return monotone(cuts)
}

function blockOf({ intake, units }: { intake: Intake; units: Unit[] }, index: number): Block {
  return intake.blocks[units[index].block]
}

function turns(side: { intake: Intake; units: Unit[] }): Section[] {
  const sections: Section[] = []
  side.units.forEach((_, index) => {
    const block = blockOf(side, index)
    if (block.turn === undefined) return
    const last = sections.at(-1)
    const opens = !last || blockOf(side, last.start).turn !== block.turn
    if (opens) sections.push({ start: index, end: index + 1, kind: block.kind, share: index / side.units.length })
    else last.end = index + 1
  })
  // A label is a row of its own on both sides, so the cut after it is as sure as the one before.
  return sections.flatMap((section) =>
    blockOf(side, section.start).label && section.end > section.start + 1
      ? [
          { ...section, end: section.start + 1 },
          { ...section, start: section.start + 1, kind: 'speech' },
        ]
      : [section],
  )
}

function ofKind(side: { intake: Intake; units: Unit[] }, kind: string): Section[] {
  return side.units.flatMap((unit, index) => {
    const isStart = blockOf(side, index).kind === kind && side.units[index - 1]?.block !== unit.block
    return isStart ? [{ start: index, end: index + 1, kind, share: index / side.units.length }] : []
  })
}

function sectionCuts(zh: Section[], en: Section[], fewest: number): Cut[] {
  if (zh.length < fewest || zh.length !== en.length) return []
  const drifts = zh.some((section, index) => Math.abs(section.share - en[index].share) > MOST_DRIFT)
  if (drifts) return []
  return zh.flatMap((section, index) => [
    { zh: section.start, en: en[index].start },
    { zh: section.end, en: en[index].end },
  ])
}

function firstOf(zh: Parameters<typeof ofKind>[0], en: Parameters<typeof ofKind>[0], kind: string): Cut[] {
  const [a] = ofKind(zh, kind)
  const [b] = ofKind(en, kind)
  return a && b ? [{ zh: a.start, en: b.start }] : []
}

/** Sorted, without doubles, and without any cut that crosses an earlier one. */
function monotone(cuts: Cut[]): Cut[] {
  const sorted = cuts.sort((a, b) => a.zh - b.zh || a.en - b.en)
  const kept: Cut[] = []
  for (const cut of sorted) {
    const last = kept.at(-1)
    if (!last || (cut.zh > last.zh && cut.en > last.en)) kept.push(cut)
  }
  return kept
}
