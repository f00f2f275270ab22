/** How a document can be laid out for reading. */
import { BLOCK_KINDS, type BlockKind } from '../bitext/intake/block'
import type { Side } from '../bitext/text'

export const LAYOUTS = ['side', 'stacked', 'zh', 'en'] as const

/** Both texts side by side, or one below the other, or one of them alone. */
export type Layout = (typeof LAYOUTS)[number]

export function sidesOf(layout: Layout): readonly Side[] {
  return layout === 'zh' || layout === 'en' ? [layout] : ['zh', 'en']
}

/** `kinds` back into words. */
export function kindAt(kinds: string, block: number): BlockKind {
  return BLOCK_KINDS[kinds.charCodeAt(block) - 97] ?? 'point'
}
