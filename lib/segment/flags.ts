/** Bits of an outline row's flags. Apart from the queries, because the screen reads them too. */
export const FLAGS = {
  zhEmpty: 1,
  enEmpty: 2,
  stale: 4,
  disputed: 8,
  locked: 16,
  confirmed: 32,
  /** Given to me, for whichever step; the steps themselves are below. */
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
  /** Given to me for this step. A row waits for me when its status is the one the step starts from. */
  translate: 8192,
  revise: 16384,
  review: 32768,
  final: 65536,
} as const

/** Below this, an automatic pairing is worth a look first: the least sure tenth holds nearly half of all errors. */
export const DOUBTFUL_CONFIDENCE = 0.8

/** What a person has confirmed is not in doubt, nor what no program has judged since it was rearranged. */
export function isDoubtful({ confidence, confirmed }: { confidence: number | null; confirmed: boolean }): boolean {
  return !confirmed && confidence !== null && confidence < DOUBTFUL_CONFIDENCE
}
