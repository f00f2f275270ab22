'use client'
import { useEffect } from 'react'
import { readFilter, writeFilter } from './filter'
import { applyFilter } from './load'
import { goTo, goToSegment } from './move'
import type { Screen } from './screen'

/** Browsers refuse an address that changes at every key press. */
const PAUSE = 400

/** Goes where the address says: `row=12` as people count, or `segment=ID`. */
export async function followAddress(screen: Screen): Promise<void> {
  const query = new URLSearchParams(window.location.search)
  await applyFilter(screen, readFilter(query))
  const segment = Number(query.get('segment'))
  if (segment > 0 && goToSegment(screen, segment)) return
  const row = Number(query.get('row'))
  goTo(screen, Number.isInteger(row) && row > 0 ? row - 1 : 0, { editing: false })
}

/** Keeps row and filter in the address, and follows it when the person goes back. */
export function useAddress(screen: Screen): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      clearTimeout(later)
      later = setTimeout(() => writeAddress(screen), PAUSE)
    }
    const back = () => void followAddress(screen)
    const stopPlace = screen.place.subscribe(write)
    const stopFilter = screen.filter.subscribe(write)
    window.addEventListener('popstate', back)
    return () => {
      clearTimeout(later)
      stopPlace()
      stopFilter()
      window.removeEventListener('popstate', back)
    }
  }, [screen])
}

function writeAddress(screen: Screen): void {
  const address = new URL(window.location.href)
  const before = address.search
  address.searchParams.delete('segment')
  address.searchParams.set('row', String(screen.place.get().row + 1))
  writeFilter(address.searchParams, screen.filter.get())
  if (address.search !== before) window.history.replaceState(null, '', address)
}
