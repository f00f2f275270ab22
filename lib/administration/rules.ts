/** How long what was deleted can be brought back. Then it goes for good, with everything that hangs on it. */
export const GRACE_DAYS = 30

const DAY_MS = 24 * 60 * 60_000

/** When something deleted at `at` goes for good. */
export function goesAt(at: Date): Date {
  return new Date(at.getTime() + GRACE_DAYS * DAY_MS)
}
