/**
 * Merges two people's changes of one text (three-way merge, Khanna, Kunal & Pierce 2007, on tokens instead of lines).
 * Changes of different words merge; changes of the same words, or of words that touch, are a conflict that keeps base,
 * mine and theirs; what both changed alike is no conflict. Nothing either side wrote is lost: it stands in a merged
 * piece or in a conflict.
 */
import type { Side } from '../text'
import type { Merge, MergePiece } from './change'
import { replacedTokens } from './diff-text'
import type { Replacement } from './replacements'
import { tokenise } from './tokens'

type Draft = { replacements: Replacement[]; tokens: string[] }

/** Tokens `from..to` of the base that at least one draft changed. */
type Region = { from: number; to: number; mine: Replacement[]; theirs: Replacement[] }

/** Merges `mine` and `theirs`, both made from `base`. `text` has mine where they conflict. */
export function mergeTexts(base: string, mine: string, theirs: string, side: Side): Merge {
  const tokens = tokenise(base)
  const drafts = { mine: draftOf(tokens, mine, side), theirs: draftOf(tokens, theirs, side) }
  const pieces: MergePiece[] = []
  let at = 0
  for (const region of regionsOf(drafts.mine.replacements, drafts.theirs.replacements)) {
    addText(pieces, tokens.slice(at, region.from).join(''))
    addRegion(pieces, region, tokens, drafts)
    at = region.to
  }
  addText(pieces, tokens.slice(at).join(''))
  return {
    clean: pieces.every((piece) => 'text' in piece),
    text: pieces.map((piece) => ('text' in piece ? piece.text : piece.mine)).join(''),
    pieces,
  }
}

function draftOf(base: string[], text: string, side: Side): Draft {
  const tokens = tokenise(text)
  return { replacements: replacedTokens(base, tokens, side), tokens }
}

function addRegion(pieces: MergePiece[], region: Region, base: string[], drafts: { mine: Draft; theirs: Draft }): void {
  const mine = written(region, region.mine, base, drafts.mine.tokens)
  const theirs = written(region, region.theirs, base, drafts.theirs.tokens)
  if (region.theirs.length === 0 || mine === theirs) addText(pieces, mine)
  else if (region.mine.length === 0) addText(pieces, theirs)
  else pieces.push({ base: base.slice(region.from, region.to).join(''), mine, theirs })
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

function addText(pieces: MergePiece[], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last && 'text' in last) last.text += text
  else pieces.push({ text })
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
