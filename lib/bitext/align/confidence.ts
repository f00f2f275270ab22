import type { Constants } from './constants'

/**
 * Turns the ladder's posterior of a bead into a calibrated confidence: the posterior's log odds, stretched.
 * At the temperature at which the ladder ranks best it is a little too modest; the stretch was read off six chapters of novels and
 * 3,700 paragraphs of news, technical and official text alike, where it brings the calibration error from 0.028 to 0.017
 * and from 0.009 to 0.004 (see `npm run accuracy`).
 */
export function calibrated(posterior: number, { stretch }: Pick<Constants, 'stretch'>): number {
  if (posterior <= 0) return 0
  if (posterior >= 1) return 1
  return 1 / (1 + ((1 - posterior) / posterior) ** stretch)
}

/**
 * What is added to the log odds of a one-sided bead: where translation is free its sentence mostly went into a neighbour (of twelve
 * in novels, said to be right by 0.77, four were), where it is close it has no partner indeed (of a hundred, said by 0.92, all were).
 * Half of what those counts would have, for they are few.
 */
const ALONE_SHIFT = { free: -1, close: 1 }

export function calibratedAlone(posterior: number, constants: Pick<Constants, 'stretch'>, closeness: number): number {
  const confidence = calibrated(posterior, constants)
  const shift = ALONE_SHIFT.free + (ALONE_SHIFT.close - ALONE_SHIFT.free) * closeness
  return confidence / (confidence + (1 - confidence) * Math.exp(-shift))
}
