/**
 * A courtesy: who begins to type where somebody else is typing is asked first. Nothing depends on it – saving looks at
 * versions – and nobody is kept out: one key goes on.
 */
import type { Side } from '@/lib/bitext/text'
import { editorOf } from './live-presence'
import { goTo, leaveCell } from './move'
import { type Screen, sideKey } from './screen'

/** Holds back the first key in a text somebody else is editing, until the answered function is called. */
export function guardTyping(screen: Screen): () => void {
  const onInput = (event: InputEvent) => {
    const field =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.review-field[data-segment]') : null
    const side = field?.dataset.side
    if (!field || (side !== 'zh' && side !== 'en')) return
    if (!mustAsk(screen, Number(field.dataset.segment), side, event.cancelable)) return
    // What an input method composes cannot be held back; the words become a draft, and the question stands beside them.
    if (event.cancelable) event.preventDefault()
  }
  document.addEventListener('beforeinput', onInput, true)
  return () => document.removeEventListener('beforeinput', onInput, true)
}

/** Whether the person must be asked before words of theirs go there; asks them then. */
export function mustAsk(screen: Screen, segmentId: number, side: Side, held: boolean): boolean {
  const { live, drafts } = screen
  const key = sideKey(segmentId, side)
  // Who has words here already was here first, or goes on knowingly.
  if (live.mayType.has(key) || drafts.get(key)) return false
  const who = editorOf(screen, segmentId, side)
  if (!who) return false
  if (!live.asked.get()) live.asked.set({ segmentId, side, who, held })
  return true
}

/** Goes on with the text; the other is told, and keeps their words. */
export async function takeOver(screen: Screen): Promise<void> {
  const asked = screen.live.asked.get()
  if (!asked) return
  const { segmentId, side, who } = asked
  screen.live.mayType.add(sideKey(segmentId, side))
  screen.live.asked.set(null)
  goTo(screen, screen.place.get().row, { side, editing: true })
  const body = JSON.stringify({ tab: who.tab, segmentId, side })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${screen.api}/live/take-over`, { method: 'POST', headers, body }).catch(() => null)
  if (!response?.ok) screen.tell(screen.t('live.not-told', { name: who.name }), { failed: true })
}

export function justLook(screen: Screen): void {
  screen.live.asked.set(null)
  leaveCell(screen)
}
