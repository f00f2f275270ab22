import type { Base } from '@/lib/revision/tracked'
import { forgetBases } from './load'
import type { Screen } from './screen'

let lastShown: Base = 'first'

/** Shows tracked changes against this base; null shows the texts plain. */
export function showBase(screen: Screen, base: Base | null): void {
  if (base) lastShown = base
  forgetBases(screen)
  screen.settings.set({ ...screen.settings.get(), base })
}

/** Alt+D: off, or on against the base that was shown last. */
export function toggleTracking(screen: Screen): void {
  showBase(screen, screen.settings.get().base ? null : lastShown)
}
