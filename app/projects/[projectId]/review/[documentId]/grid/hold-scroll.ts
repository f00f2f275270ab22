/**
 * A press elsewhere ends the composition in the field, and the browser then scrolls the field's caret into view: the rows
 * would slip away under the pointer between press and release, and the click would fall on nothing. This holds them.
 */
import { guard } from '@/app/_ui/composition'

export function holdScroll(scroller: HTMLElement): void {
  if (!guard.isComposing()) return
  const { scrollTop } = scroller
  const hold = () => {
    scroller.scrollTop = scrollTop
  }
  document.addEventListener('compositionend', hold, { once: true })
  // A press that ends no composition holds nothing later on.
  document.addEventListener('mouseup', () => document.removeEventListener('compositionend', hold), { once: true })
}
