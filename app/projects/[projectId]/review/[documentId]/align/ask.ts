/** Reads for Align mode: the journal, the reasons of a row, rows as the server has them. */
import type { SegmentRow } from '@/lib/segment/queries'
import type { Screen } from '../state/screen'

/** null when it could not be had; nothing is said, for the person did not ask for it. */
export async function askQuietly<T>(screen: Screen, path: string): Promise<T | null> {
  const response = await fetch(`${screen.api}/${path}`).catch(() => null)
  if (!response?.ok) return null
  return (await response.json().catch(() => null)) as T | null
}

export function fetchRows(screen: Screen, ids: readonly number[]): Promise<SegmentRow[] | null> {
  return askQuietly<SegmentRow[]>(screen, `segments?ids=${ids.slice(0, 200).join(',')}`)
}
