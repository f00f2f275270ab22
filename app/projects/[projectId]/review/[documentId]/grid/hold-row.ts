type Hold = {
  /** Brings rows near to it into being. */
  scrollNear: () => void
  /** While a row is held, nothing else may move the rows: the list would put them back where it believes they were. */
  onHold: (held: boolean) => void
}

/** One row of a list is held at a time. */
const holds = new WeakMap<HTMLElement, () => void>()

/**
 * Brings a row into view and holds it there while the rows around it arrive and turn out higher than was guessed.
 * Lets go when all is quiet, when the person scrolls, or after a while.
 */
export function holdRow(scroller: HTMLElement, row: number, { scrollNear, onHold }: Hold): () => void {
  holds.get(scroller)?.()
  const until = performance.now() + LONGEST_HOLD
  const find = () => scroller.querySelector(`[data-row="${row + 1}"]`)
  // A neighbour comes in at the edge, as the eye follows it; what was far away comes to the middle.
  const block = find() ? 'nearest' : 'center'
  let quiet = 0
  let frame = 0
  const look = () => {
    const element = find()
    const inView = element !== null && (isInView(scroller, element) || !scrolls(scroller, element, block))
    quiet = inView && !scroller.querySelector('[aria-busy]') ? quiet + 1 : 0
    if (!element) scrollNear()
    if (quiet < QUIET_FRAMES && performance.now() < until) frame = requestAnimationFrame(look)
    else stop()
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const event of BY_HAND) scroller.removeEventListener(event, letGo)
    if (holds.get(scroller) !== stop) return
    holds.delete(scroller)
    onHold(false)
  }
  const letGo = (event: Event) => {
    // Alt and Ctrl ask for an act about the row a person has gone to: it stays where it is.
    if (!(event instanceof KeyboardEvent && (event.altKey || event.ctrlKey || event.metaKey))) stop()
  }
  for (const event of BY_HAND) scroller.addEventListener(event, letGo, { passive: true })
  holds.set(scroller, stop)
  onHold(true)
  look()
  return stop
}

const LONGEST_HOLD = 15_000
const QUIET_FRAMES = 8
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Whether there was anything left to scroll: at the ends of the document a row has no room beyond it. */
function scrolls(scroller: HTMLElement, element: Element, block: ScrollLogicalPosition): boolean {
  const before = scroller.scrollTop
  element.scrollIntoView({ block })
  return scroller.scrollTop !== before
}

/** A row higher than the view is in view while it fills it; a lower one, with as much room around it as its margin asks for. */
function isInView(scroller: HTMLElement, element: Element): boolean {
  const view = scroller.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  const wanted = Number.parseFloat(getComputedStyle(element).scrollMarginBottom) || 0
  const slack = 1 - Math.max(0, Math.min(wanted, (view.height - (bottom - top)) / 2 - 1))
  if (bottom - top > view.height)
    return top <= view.top + slack ? bottom >= view.bottom - slack : top < view.bottom - 80
  return top >= view.top - slack && bottom <= view.bottom + slack
}
