/** How a person likes the screen: kept in their browser, the same for every document. */
import { DENSITIES, type Screen, type Settings } from './screen'

const KEY = 'review-settings'

/** Narrower than this, the panels lie over the grid and start closed. */
export const WIDE = 1024
const ROOM_FOR_OUTLINE = 1360

export function readSettings(storage: Storage | null, width: number, defaults: Settings): Settings {
  const kept = parse(storage)
  const split = typeof kept.split === 'number' && kept.split >= 0.2 && kept.split <= 0.8 ? kept.split : defaults.split
  const shown = (name: 'outline' | 'inspector') => (typeof kept[name] === 'boolean' ? kept[name] : defaults[name])
  return {
    ...defaults,
    split,
    density: DENSITIES.find((density) => density === kept.density) ?? defaults.density,
    outline: width >= ROOM_FOR_OUTLINE && shown('outline'),
    inspector: width >= WIDE && shown('inspector'),
  }
}

export function changeSettings(screen: Screen, change: Partial<Settings>): void {
  const settings = { ...screen.settings.get(), ...change }
  screen.settings.set(settings)
  const { density, split, outline, inspector } = settings
  // What is open on a narrow screen says nothing about a wide one.
  const panels = window.innerWidth >= ROOM_FOR_OUTLINE ? { outline, inspector } : {}
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...parse(localStorage), density, split, ...panels }))
  } catch {
    // Without storage the settings hold until the page is left, which is all that is lost.
  }
}

function parse(storage: Storage | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The browser's storage, or null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage
  } catch {
    return null
  }
}
