'use client'
/** Says to a screen reader what stands on both sides of the caret whenever it moves. */
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { useScreen } from '../state/use-screen'

/** Enough to know the place by. */
const SAID = 24

export function CaretVoice() {
  const t = useTexts()
  const screen = useScreen()
  const { row, side, caret } = useCell(screen.place)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  const text = segment?.[side] ?? ''
  const said =
    caret === null || text === ''
      ? ''
      : caret >= text.length
        ? t('align.caret-end')
        : caret <= 0
          ? t('align.caret-start')
          : t('align.caret-between', {
              before: text.slice(Math.max(0, caret - SAID), caret),
              after: text.slice(caret, caret + SAID),
            })
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  )
}
