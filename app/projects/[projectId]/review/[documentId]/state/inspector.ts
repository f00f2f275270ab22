/** Going to and about in the inspector by keyboard. */
import type { InspectorTab, Screen } from './screen'
import { changeSettings } from './settings'

/** In the order they are shown. */
export const TABS: readonly InspectorTab[] = [
  'discrepancies',
  'comments',
  'history',
  'terms',
  'memory',
  'checks',
  'info',
]

/** `?tab=comments` opens the inspector there, once: a link from elsewhere says what it is about. */
export function followTab(screen: Screen): void {
  const address = new URL(window.location.href)
  const tab = TABS.find((one) => one === address.searchParams.get('tab'))
  if (!tab) return
  showTab(screen, tab)
  address.searchParams.delete('tab')
  window.history.replaceState(null, '', address)
}

export function showTab(screen: Screen, tab: InspectorTab): void {
  screen.settings.set({ ...screen.settings.get(), inspector: true, tab })
}

/** The next tab; where the inspector is closed, it is opened at the one last shown. */
export function nextTab(screen: Screen) {
  const { inspector, tab } = screen.settings.get()
  if (!inspector) return changeSettings(screen, { inspector: true })
  showTab(screen, TABS[(TABS.indexOf(tab) + 1) % TABS.length]!)
}

/** From the row to what is said about it, and back. */
export function toInspector(screen: Screen) {
  if (document.activeElement?.closest('[data-inspector]')) return backToRow(screen)
  if (!screen.settings.get().inspector) changeSettings(screen, { inspector: true })
  // Once it stands there.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-inspector] [data-inspector-start]')?.focus())
}

export function closeInspector(screen: Screen): void {
  const inside = document.activeElement?.closest('[data-inspector]')
  changeSettings(screen, { inspector: false })
  if (inside) backToRow(screen)
}

export function backToRow(screen: Screen): void {
  screen.focusWanted.set(screen.focusWanted.get() + 1)
}
