/** How a person likes the screen: kept in their browser, the same for every document. */
import { DENSITIES, type Screen, type Settings } from './screen'

const KEY = 'review-settings'

/** Narrower than this, the panels lie over the grid and start closed. */
export const WIDE = 1024
/** With both panels open the two texts still have some fifty characters a line each; below this the outline starts closed. */
const ROOM_FOR_OUTLINE = 1600
/** Beside the inspector the two texts still stand side by side; below this it starts closed. */
const ROOM_FOR_INSPECTOR = 1200

/** The inspector beside the grid, in pixels: wide enough for its tabs, narrow enough to leave the texts the most of it. */
export const INSPECTOR_WIDTHS = { least: 272, most: 640 } as const

export function readSettings(storage: Storage | null, width: number, defaults: Settings): Settings {
  const kept = parse(storage)
  const split = typeof kept.split === 'number' && kept.split >= 0.2 && kept.split <= 0.8 ? kept.split : defaults.split
  const shown = (name: 'outline' | 'inspector', otherwise: boolean) =>
    width >= WIDE && (typeof kept[name] === 'boolean' ? kept[name] : otherwise)
  const { least, most } = INSPECTOR_WIDTHS
  const inspectorWidth = Number(kept.inspectorWidth)
  return {
    ...defaults,
    split,
    numbers: typeof kept.numbers === 'boolean' ? kept.numbers : defaults.numbers,
    findings: typeof kept.findings === 'boolean' ? kept.findings : defaults.findings,
    density: DENSITIES.find((density) => density === kept.density) ?? defaults.density,
    context:
      typeof kept.context === 'number' && kept.context >= 0 && kept.context <= 5 ? kept.context : defaults.context,
    outline: shown('outline', width >= ROOM_FOR_OUTLINE),
    inspector: shown('inspector', defaults.inspector && width >= ROOM_FOR_INSPECTOR),
    inspectorWidth: inspectorWidth >= least && inspectorWidth <= most ? inspectorWidth : defaults.inspectorWidth,
  }
}

export function changeSettings(screen: Screen, change: Partial<Settings>): void {
  const settings = { ...screen.settings.get(), ...change }
  screen.settings.set(settings)
  const { density, split, numbers, findings, context, outline, inspector, inspectorWidth } = settings
  // What is open on a narrow screen says nothing about a wide one.
  const panels = window.innerWidth >= WIDE ? { outline, inspector, inspectorWidth } : {}
  try {
    const kept = { density, split, numbers, findings, context, ...panels }
    localStorage.setItem(KEY, JSON.stringify({ ...parse(localStorage), ...kept }))
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
