/** How a project scores quality, where it has not said otherwise. */
import type { GbtSettings } from './gbt-19682'
import type { MqmSettings } from './mqm-score'

export type QualitySettings = MqmSettings & GbtSettings

/**
 * One severe error in a thousand words is still a pass, two are not: the scale of the paper's own examples. GB/T is taken at
 * its strictest, for official texts of full difficulty.
 */
export const DEFAULT_SETTINGS: QualitySettings = {
  unit: 'en',
  threshold: 95,
  acceptable: 5,
  failOnCritical: true,
  difficulty: 1,
  purpose: 1,
}
