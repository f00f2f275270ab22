/** Bits of an outline row's flags. Apart from the queries, because the screen reads them too. */
export const FLAGS = {
  zhEmpty: 1,
  enEmpty: 2,
  stale: 4,
  disputed: 8,
  locked: 16,
  confirmed: 32,
  mine: 64,
  label: 128,
  doubtful: 256,
  moved: 512,
  /** Has a thread of comments that is not resolved. */
  commented: 1024,
  /** Has a suggestion that nobody has settled. */
  suggested: 2048,
  /** A text of the row was changed here. */
  edited: 4096,
} as const
