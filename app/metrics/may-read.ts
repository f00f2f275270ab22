import { timingSafeEqual } from 'node:crypto'

/**
 * Whoever has the token of DUIZHAO_METRICS_TOKEN; without one, whoever asks from this machine itself. The gate says which: behind a
 * proxy on the same machine everyone would seem to.
 */
export function mayReadMetrics(headers: Headers, token = process.env.DUIZHAO_METRICS_TOKEN): boolean {
  if (!token) return headers.get('x-duizhao-here') === 'yes'
  const [given, wanted] = [headers.get('authorization') ?? '', `Bearer ${token}`].map((text) => Buffer.from(text))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
