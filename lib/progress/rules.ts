/** What the pictures of progress are made of. */
import type { AssignmentStep } from '../assignment/input'
import type { SegmentStatus } from '../segment/rules'

/** Text is measured in rows, Chinese characters or English words (as countWords counts them); protected rows in none. */
export const MEASURES = ['rows', 'zh', 'en'] as const

export type Measure = (typeof MEASURES)[number]

export type Volume = Record<Measure, number>

/** The goals a text passes on its way: the status that says so, and the work that leads there. */
export const GOALS = [
  { status: 'translated', step: 'translate' },
  { status: 'revised', step: 'revise' },
  { status: 'reviewed', step: 'review' },
  { status: 'released', step: 'final' },
] as const satisfies { status: SegmentStatus; step: AssignmentStep }[]

export type Goal = (typeof GOALS)[number]['status']

export const GOAL_STATUSES = GOALS.map(({ status }) => status) as readonly Goal[]

/** How far the burn-down looks back, in days. */
export const LOOK_BACK = 28

export const NOTHING: Volume = { rows: 0, zh: 0, en: 0 }

export function plus(one: Volume, other: Volume): Volume {
  return { rows: one.rows + other.rows, zh: one.zh + other.zh, en: one.en + other.en }
}
