/** Long enough for any paragraph that is one segment; short enough that a slip of the clipboard is refused. */
export const LONGEST_SEGMENT = 100_000
