import type { View } from '@/lib/view/queries'
import type { Filter } from './filter'
import type { Screen } from './screen'

/** Views that are there for everyone. */
export const BUILT_IN_VIEWS = {
  'mine-to-do': { todo: true },
  stale: { stale: true },
  open: { open: true },
  suggested: { suggested: true },
  numbers: { numbers: true },
  unconfirmed: { unconfirmed: true },
  commented: { commented: true },
  all: {},
} as const satisfies Record<string, Partial<Filter>>

export const BUILT_IN_VIEW_NAMES = Object.keys(BUILT_IN_VIEWS) as (keyof typeof BUILT_IN_VIEWS)[]

/** Fetched each time they are to be shown: others may have shared one since. */
export async function loadViews(screen: Screen): Promise<void> {
  const response = await fetch(`/api/projects/${screen.projectId}/views`).catch(() => null)
  if (response?.ok) screen.views.set((await response.json()) as View[])
}
