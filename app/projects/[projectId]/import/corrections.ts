/**
 * What a person changes in what was understood: a stretch is of another kind, is left out, or is restored.
 * The stretches themselves stay as they came; a correction that says what intake said anyway is none.
 */
import type {
  UnderstoodBlock,
  UnderstoodDropped,
  UnderstoodSide,
} from '@/app/api/projects/[projectId]/intake/understood'
import { type BlockKind, type Correction, PROTECTED_KINDS } from '@/lib/bitext/intake/block'
import type { Side } from '@/lib/bitext/text'

export type Kind = BlockKind | 'dropped'

/** A stretch of a text, kept or not, in the order of the text. */
export type Stretch =
  | (UnderstoodBlock & { was: BlockKind; reason?: undefined })
  | (UnderstoodDropped & {
      was: 'dropped'
      turn?: undefined
      label?: undefined
      speaker?: undefined
      outlet?: undefined
    })

/** By the start of the stretch. */
export type SideCorrections = ReadonlyMap<number, Kind>

export type Corrections = Record<Side, SideCorrections>

export const NO_CORRECTIONS: Corrections = { zh: new Map(), en: new Map() }

export function stretchesOf({ blocks, dropped }: UnderstoodSide): Stretch[] {
  return [
    ...blocks.map((block) => ({ ...block, was: block.kind })),
    ...dropped.map((stretch) => ({ ...stretch, was: 'dropped' as const })),
  ].sort((one, other) => one.from - other.from)
}

export function kindOf({ from, was }: Stretch, corrections: SideCorrections): Kind {
  return corrections.get(from) ?? was
}

export function correct(corrections: SideCorrections, { from, was }: Stretch, kind: Kind): SideCorrections {
  const next = new Map(corrections)
  if (kind === was) next.delete(from)
  else next.set(from, kind)
  return next
}

/** What a restored stretch most likely is: more of the turn it stands in, else running text. */
export function restoredKind(stretches: Stretch[], index: number): BlockKind {
  const before = keptBefore(stretches, index)
  return before?.turn === undefined ? 'speech' : before.was
}

/** The block before this stretch that intake kept. */
export function keptBefore(stretches: Stretch[], index: number): Stretch | undefined {
  for (let before = index - 1; before >= 0; before--) if (stretches[before].was !== 'dropped') return stretches[before]
  return undefined
}

export function listCorrections(corrections: Corrections): Correction[] {
  return (['zh', 'en'] as const).flatMap((side) =>
    Array.from(corrections[side], ([from, kind]) => ({ side, from, kind })),
  )
}

export type Totals = {
  words: number
  /** null where the text is too long to be counted for a preview. */
  sentences: number | null
  blocks: number
  turns: number
  people: number
  dropped: number
}

/** What would be kept. Protected blocks (credits, clause …) are blocks, but count in no word count. */
export function totalsOf(stretches: Stretch[], corrections: SideCorrections): Totals {
  const kept = stretches.filter((stretch) => kindOf(stretch, corrections) !== 'dropped')
  const counted = kept.filter((stretch) => !isProtected(kindOf(stretch, corrections)))
  const [turns, people] = [new Set<number>(), new Set<string>()]
  for (const { turn, speaker } of kept) {
    if (turn !== undefined) turns.add(turn)
    if (speaker) people.add(speaker)
  }
  return {
    words: sum(counted.map(({ words }) => words)),
    sentences: counted.some(({ sentences }) => sentences === null)
      ? null
      : sum(counted.map(({ sentences }) => sentences ?? 0)),
    blocks: kept.length,
    turns: turns.size,
    people: people.size,
    dropped: stretches.length - kept.length,
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

export function isProtected(kind: Kind): boolean {
  return kind !== 'dropped' && PROTECTED_KINDS.includes(kind)
}

/** One line of the preview: a stretch, or a fold of neighbours that intake left out and nobody restored. */
export type PreviewItem = { from: number; stretch: Stretch; index: number } | { from: number; fold: Fold }

export type Fold = { stretch: Stretch; index: number }[]

export function itemsOf(stretches: Stretch[], corrections: SideCorrections): PreviewItem[] {
  const items: PreviewItem[] = []
  stretches.forEach((stretch, index) => {
    const { from } = stretch
    if (stretch.was !== 'dropped' || corrections.has(from)) {
      items.push({ from, stretch, index })
      return
    }
    const last = items.at(-1)
    if (last && 'fold' in last) last.fold.push({ stretch, index })
    else items.push({ from, fold: [{ stretch, index }] })
  })
  return items
}

/** The stretch a line belongs to: the last that starts on or before it. */
export function stretchAtLine(stretches: Stretch[], line: number): Stretch | undefined {
  return stretches.findLast((stretch) => stretch.line <= line) ?? stretches[0]
}
