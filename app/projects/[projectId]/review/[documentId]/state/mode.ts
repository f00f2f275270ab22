/** The three modes of the screen: one document, one place in it, three kinds of work. The mode stands in the address. */
import { useEffect } from 'react'
import type { Screen } from './screen'

export const MODES = ['read', 'align', 'review'] as const

export type Mode = (typeof MODES)[number]

/** Review is what the screen is for and needs no word in the address. */
const USUAL: Mode = 'review'

export function readMode(query: URLSearchParams): Mode {
  return MODES.find((mode) => mode === query.get('mode')) ?? USUAL
}

export function writeMode(query: URLSearchParams, mode: Mode): void {
  if (mode === USUAL) query.delete('mode')
  else query.set('mode', mode)
}

/** What was typed stays a draft; the place in the document is kept. */
export function changeMode(screen: Screen, mode: Mode): void {
  if (screen.mode.get() === mode) return
  screen.place.set({ ...screen.place.get(), editing: false, caret: null })
  screen.mode.set(mode)
  screen.focusWanted.set(screen.focusWanted.get() + 1)
}

/** A mode is a place one can go back from, unlike a row. */
export function useModeAddress(screen: Screen): void {
  useEffect(() => {
    const read = () => changeMode(screen, readMode(new URLSearchParams(window.location.search)))
    const write = () => {
      const address = new URL(window.location.href)
      if (readMode(address.searchParams) === screen.mode.get()) return
      writeMode(address.searchParams, screen.mode.get())
      window.history.pushState(null, '', address)
    }
    read()
    const stop = screen.mode.subscribe(write)
    window.addEventListener('popstate', read)
    return () => {
      stop()
      window.removeEventListener('popstate', read)
    }
  }, [screen])
}
