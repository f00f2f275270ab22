import type { View } from '@/lib/view/queries'
import type { Screen } from './screen'

/** Fetched each time they are to be shown: others may have shared one since. */
export async function loadViews(screen: Screen): Promise<void> {
  const response = await fetch(`/api/projects/${screen.projectId}/views`).catch(() => null)
  if (response?.ok) screen.views.set((await response.json()) as View[])
}
