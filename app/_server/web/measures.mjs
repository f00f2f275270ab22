/**
 * What this process counts of itself for /metrics: requests by method and status, how long they took, and how late its event loop is.
 * Kept on globalThis: the gate counts, and the route that tells runs in Next's bundle.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** In seconds; a page takes a tenth, an import's stream minutes. */
const BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function startMeasures() {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const measures = {
    requests: new Map(),
    durations: { bounds: BUCKETS, buckets: BUCKETS.map(() => 0), sum: 0, count: 0 },
    delay,
  }
  globalThis.duizhaoMeasures = measures
  return measures
}

/** Counts the request once its answer has ended. */
export function measure({ requests, durations }, request, response) {
  const begun = performance.now()
  response.once('close', () => {
    const key = `${request.method} ${response.statusCode}`
    requests.set(key, (requests.get(key) ?? 0) + 1)
    const seconds = (performance.now() - begun) / 1000
    durations.sum += seconds
    durations.count += 1
    for (const [index, bound] of BUCKETS.entries()) if (seconds <= bound) durations.buckets[index] += 1
  })
}
