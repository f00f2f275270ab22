/** Turns the ladder's posterior of a bead into a calibrated confidence. */
export function calibrated(posterior: number): number {
  return Math.min(1, Math.max(0, posterior))
}
