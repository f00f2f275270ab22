const DAY_MS = 86_400_000

/** A forecast counts days from now. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS)
}
