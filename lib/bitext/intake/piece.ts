/** The stretches that intake sorts: a line, or the part of a line that says one kind of thing. */
import type { Notice, Span } from '../text'
import type { BlockKind } from './block'

/** What a structured format (HTML, Markdown, Word) knows of a line. `line` is 1-based. */
export type LineHint = {
  line: number
  kind: 'headline' | 'heading' | 'furniture' | 'caption' | 'point'
  reason?: Notice
}

/** `gap` counts the empty lines before it. */
export type Piece = Span & {
  text: string
  line: number
  gap: number
  hint?: LineHint
  /** What a person has decided. */
  forced?: BlockKind | 'dropped'
}

export type Label = { name: string; role: LabelRole }

/** What a label says by itself: a host, one who asks, one who answers, an outlet, somebody's name, or nothing certain. */
export type LabelRole = 'host' | 'asker' | 'answerer' | 'outlet' | 'person' | 'unknown'

/** What a piece is by itself, before turns are known. `body` is a paragraph that its surroundings must explain. */
export type Marked = Piece & {
  as: BlockKind | 'body' | 'label' | 'junk'
  label?: Label
  reason?: Notice
}

export function reason(id: string, message: string, values: Notice['values'] = {}): Notice {
  return { id, message, values }
}
