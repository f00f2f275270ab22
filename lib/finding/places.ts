/**
 * Where in a document the checks find something, in few bytes: what a list, its counts and going from one to the next need.
 * The words come with the rows. Written and read here alone.
 */
import type { FindingSeverity } from '../bitext/check'
import type { Freshness } from './queries'
import { CHECK_IDS, FINDING_SEVERITIES } from './rules'

/** Columns of one length, in the order of the document. */
export type FindingPlaces = Freshness & {
  segments: number[]
  /** Indices in CHECK_IDS. */
  checks: number[]
  /** An index in FINDING_SEVERITIES, and 4 where it is dismissed, 8 where somebody wrote it down. */
  looks: number[]
  /** How many more there are than one answer holds. */
  left: number
}

/** `nth` of the findings of its row. */
export type FindingPlace = {
  segmentId: number
  nth: number
  check: string
  severity: FindingSeverity
  dismissed: boolean
  raised: boolean
}

export function readPlaces({
  segments,
  checks,
  looks,
}: Pick<FindingPlaces, 'segments' | 'checks' | 'looks'>): FindingPlace[] {
  let nth = 0
  return segments.map((segmentId, i) => {
    nth = segments[i - 1] === segmentId ? nth + 1 : 0
    const look = looks[i]!
    return {
      segmentId,
      nth,
      check: CHECK_IDS[checks[i]!]!,
      severity: FINDING_SEVERITIES[look & 3]!,
      dismissed: (look & 4) > 0,
      raised: (look & 8) > 0,
    }
  })
}
