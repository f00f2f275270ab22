/** Three-way merge in two kinds of pieces: what stands, and where both changed the same words. The method is in merge-parts.ts. */
import type { Side } from '../text'
import type { Merge, MergePiece } from './change'
import { mergeParts } from './merge-parts'

/** Merges `mine` and `theirs`, both made from `base`. `text` has mine where they conflict. */
export function mergeTexts(base: string, mine: string, theirs: string, side: Side): Merge {
  const pieces: MergePiece[] = []
  for (const part of mergeParts(base, mine, theirs, side)) {
    if (part.is === 'same') addText(pieces, part.text)
    else if (part.is !== 'choice') addText(pieces, part.after)
    else pieces.push({ base: part.before, mine: part.mine, theirs: part.theirs })
  }
  return {
    clean: pieces.every((piece) => 'text' in piece),
    text: pieces.map((piece) => ('text' in piece ? piece.text : piece.mine)).join(''),
    pieces,
  }
}

function addText(pieces: MergePiece[], text: string): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last && 'text' in last) last.text += text
  else pieces.push({ text })
}
