/** What the pictures of progress are made of. */
import { ASSIGNMENT_STEPS, WORK } from '../assignment/rules'
import type { SegmentStatus } from '../segment/rules'

/** Text is measured in rows, Chinese characters or English words (as countWords counts them); protected rows in none. */
export const MEASURES = ['rows', 'zh', 'en'] as const

export type Measure = (typeof MEASURES)[number]

export type Volume = Record<Measure, number>

export type Goal = Exclude<SegmentStatus, 'draft'>

/** The goals a text passes on its way, with the work that leads to each. */
export const GOALS = ASSIGNMENT_STEPS.map((step) => ({ step, status: WORK[step].to as Goal }))

export const GOAL_STATUSES = GOALS.map(({ status }) => status)

/** How far the burn-down looks back, in days. */
export const LOOK_BACK = 28

export const NOTHING: Volume = { rows: 0, zh: 0, en: 0 }

export function plus(one: Volume, other: Volume): Volume {
  return { rows: one.rows + other.rows, zh: one.zh + other.zh, en: one.en + other.en }
}
