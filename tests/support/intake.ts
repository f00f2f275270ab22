/** Intakes made by hand, so that what is built on them can be tried without reading a file. */
import type { Block, BlockKind, Dropped, Intake } from '../../lib/bitext/intake/block'
import type { Side } from '../../lib/bitext/text'

type Given = {
  text: string
  kind?: BlockKind
  turn?: number
  label?: boolean
  speaker?: string
  dropped?: boolean
  gap?: string
}

/** Blocks in order; `gap` is the white space after each (default: a blank line). */
export function intakeOf(side: Side, given: Given[]): Intake {
  const blocks: Block[] = []
  const dropped: Dropped[] = []
  let text = ''
  for (const { gap = '\n\n', dropped: isDropped, ...block } of given) {
    const span = { from: text.length, to: text.length + block.text.length, line: text.split('\n').length }
    if (isDropped)
      dropped.push({ ...span, kind: 'junk', text: block.text, reason: { id: 'junk', message: 'Junk.', values: {} } })
    else blocks.push({ kind: 'point', ...block, ...span })
    text += block.text + gap
  }
  return { side, text, blocks, dropped, warnings: [], speakers: [] }
}
