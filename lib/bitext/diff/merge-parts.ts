/**
 * Merges two people's changes of one text (three-way merge, Khanna, Kunal & Pierce 2007, on tokens instead of lines) and says
 * whose each part is. Changes of different words merge; changes of the same words, or of words that touch, are a choice that
 * keeps base, mine and theirs; what both changed alike is no choice. Nothing either side wrote is lost: it stands in a
 * merged part or in a choice.
 */
import type { Side } from '../text'
import { replacedTokens } from './diff-text'
import type { Replacement } from './replacements'
import { tokenise } from './tokens'

/** `before` joined over all parts is the base. `same` has one text; of the others one may be empty. */
export type MergePart =
  | { is: 'same'; text: string }
  | { is: 'mine' | 'theirs' | 'alike'; before: string; after: string }
  | { is: 'choice'; before: string; mine: string; theirs: string }

export type Choice = 'mine' | 'theirs' | 'both'

type Draft = { replacements: Replacement[]; tokens: string[] }

/** Tokens `from..to` of the base that at least one draft changed. */
type Region = { from: number; to: number; mine: Replacement[]; theirs: Replacement[] }

/** The parts of `mine` and `theirs`, both made from `base`, in the order of the text. */
export function mergeParts(base: string, mine: string, theirs: string, side: Side): MergePart[] {
  const tokens = tokenise(base)
  const drafts = { mine: draftOf(tokens, mine, side), theirs: draftOf(tokens, theirs, side) }
  const parts: MergePart[] = []
  let at = 0
  const keep = (to: number) => {
    if (to > at) parts.push({ is: 'same', text: tokens.slice(at, to).join('') })
  }
  for (const region of regionsOf(drafts.mine.replacements, drafts.theirs.replacements)) {
    keep(region.from)
    parts.push(partOf(region, tokens, drafts))
    at = region.to
  }
  keep(tokens.length)
  return parts
}

function partOf(region: Region, base: string[], drafts: { mine: Draft; theirs: Draft }): MergePart {
  const before = base.slice(region.from, region.to).join('')
  const mine = written(region, region.mine, base, drafts.mine.tokens)
  const theirs = written(region, region.theirs, base, drafts.theirs.tokens)
  if (region.theirs.length === 0) return { is: 'mine', before, after: mine }
  if (region.mine.length === 0) return { is: 'theirs', before, after: theirs }
  if (mine === theirs) return { is: 'alike', before, after: mine }
  return { is: 'choice', before, mine, theirs }
}

function draftOf(base: string[], text: string, side: Side): Draft {
  const tokens = tokenise(text)
  return { replacements: replacedTokens(base, tokens, side), tokens }
}

/** The region as one draft has it. */
function written(region: Region, replacements: Replacement[], base: string[], tokens: string[]): string {
  let text = ''
  let at = region.from
  for (const { from, to, afterFrom, afterTo } of replacements) {
    text += base.slice(at, from).join('') + tokens.slice(afterFrom, afterTo).join('')
    at = to
  }
  return text + base.slice(at, region.to).join('')
}

function regionsOf(mine: Replacement[], theirs: Replacement[]): Region[] {
  const regions: Region[] = []
  const changes = [
    ...mine.map((change) => ({ change, whose: 'mine' as const })),
    ...theirs.map((change) => ({ change, whose: 'theirs' as const })),
  ].sort((a, b) => a.change.from - b.change.from || a.change.to - b.change.to)
  for (const { change, whose } of changes) {
    let region = regions.at(-1)
    // Touching counts: two characters side by side are likely one word, and two insertions at one place have no order.
    if (!region || change.from > region.to) {
      region = { from: change.from, to: change.to, mine: [], theirs: [] }
      regions.push(region)
    }
    region.to = Math.max(region.to, change.to)
    region[whose].push(change)
  }
  return regions
}

/**
 * The text once the choices are made; `choices` counts them from 0. A choice not yet made stands as `unless`, or makes the
 * answer null without it.
 */
export function mergedText(
  parts: readonly MergePart[],
  choices: ReadonlyMap<number, Choice>,
  side: Side,
  unless?: Choice,
): string | null {
  let text = ''
  let number = 0
  for (const part of parts) {
    if (part.is === 'same') text += part.text
    else if (part.is !== 'choice') text += part.after
    else {
      const choice = choices.get(number++) ?? unless
      if (!choice) return null
      text += choice === 'both' ? bothOf(part, side) : part[choice]
    }
  }
  return text
}

/** Theirs, which is saved, then mine; English words are not run together. */
export function bothOf({ mine, theirs }: { mine: string; theirs: string }, side: Side): string {
  const needsSpace = side === 'en' && /\S$/.test(theirs) && /^\S/.test(mine)
  return `${theirs}${needsSpace ? ' ' : ''}${mine}`
}

/** What `mine` or `theirs` put in that does not stand in `text`, each stretch once; for one who writes the merge by hand. */
export function leftOut(parts: readonly MergePart[], text: string): string[] {
  const stretches = parts.flatMap((part) => {
    if (part.is === 'same') return []
    return part.is === 'choice' ? [part.mine, part.theirs] : [part.after]
  })
  return [...new Set(stretches.map((stretch) => stretch.trim()))].filter(
    (stretch) => stretch !== '' && !text.includes(stretch),
  )
}
