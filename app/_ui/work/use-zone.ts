'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** The zone a person's dates are said in: the one they chose, else their browser's. `UTC` until the page runs there. */
export function useZone(chosen: string | null): string {
  return useSyncExternalStore(
    never,
    () => chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => chosen ?? 'UTC',
  )
}
