/**
 * Tells keys that belong to an input method from keys that belong to us. While a Chinese word is being composed, Enter,
 * Escape, digits and arrows choose and confirm candidates. Three signs, because browsers differ:
 * `isComposing`; keyCode 229 (the key was handled by the input method); and Safari on a Mac, which sends the Enter that
 * ends a composition after `compositionend`, looking like any other.
 */

export type KeyMoment = { key: string; isComposing: boolean; keyCode: number; timeStamp: number }

/** A key that ended a composition arrives at once; nobody presses the next one within this many milliseconds. */
const SAME_KEY = 60

export type CompositionGuard = {
  start(): void
  end(timeStamp: number): void
  keyUp(): void
  /** A word is being composed: its field is the input method's until it ends. */
  isComposing(): boolean
  /** Whether this keydown is the input method's. */
  owns(key: KeyMoment): boolean
}

export function compositionGuard(): CompositionGuard {
  let composing = false
  let endedAt = Number.NEGATIVE_INFINITY
  return {
    start() {
      composing = true
    },
    end(timeStamp) {
      composing = false
      endedAt = timeStamp
    },
    isComposing: () => composing,
    // A key let go after the end (Chrome, Windows) was the one that ended it: the next one is ours.
    keyUp() {
      endedAt = Number.NEGATIVE_INFINITY
    },
    owns({ key, isComposing, keyCode, timeStamp }) {
      if (composing || isComposing || keyCode === 229 || key === 'Process') return true
      return timeStamp - endedAt < SAME_KEY
    },
  }
}

/** The guard of the page: one for all fields, since only one can be composed in. */
export const guard = compositionGuard()

/** Lets the page's guard listen; gives back how to stop. */
export function watchCompositions(target: Document): () => void {
  const start = () => guard.start()
  const end = (event: Event) => guard.end(event.timeStamp)
  const keyUp = () => guard.keyUp()
  target.addEventListener('compositionstart', start, true)
  target.addEventListener('compositionend', end, true)
  target.addEventListener('keyup', keyUp, true)
  return () => {
    target.removeEventListener('compositionstart', start, true)
    target.removeEventListener('compositionend', end, true)
    target.removeEventListener('keyup', keyUp, true)
  }
}

/** For React's handlers and the page's own listener alike. */
export function isInputMethods(event: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  return guard.owns('nativeEvent' in event ? event.nativeEvent : event)
}

/** The Escape that drops a word being composed does not also close what the word is written in. */
export function keepForInputMethod(event: KeyboardEvent): void {
  if (isInputMethods(event)) event.preventDefault()
}
