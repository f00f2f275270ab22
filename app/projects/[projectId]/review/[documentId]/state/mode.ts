/** The mode stands in the address. */
import { useEffect } from 'react'
import { type Mode, modeCalled, USUAL } from './modes'
import type { Screen } from './screen'

export { MODES, type Mode } from './modes'

export function readMode(query: URLSearchParams): Mode {
  return modeCalled(query.get('mode'))
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
  screen.focusLost = false
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
