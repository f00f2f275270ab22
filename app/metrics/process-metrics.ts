/** What the gate has counted of this process (_server/web/measures.mjs), and who listens in it. */
import type { IntervalHistogram } from 'node:perf_hooks'
import type { Metric } from '@/lib/health/prometheus'
import { countFollowers } from '@/lib/live/live-hub'

type Measures = {
  requests: Map<string, number>
  durations: { bounds: number[]; buckets: number[]; sum: number; count: number }
  delay: IntervalHistogram
}

const NANO = 1e-9

export function processMetrics(): Metric[] {
  const { duizhaoMeasures: measures } = globalThis as { duizhaoMeasures?: Measures }
  return [
    {
      name: 'duizhao_live_listeners',
      type: 'gauge',
      help: 'Open documents that hear of changes from this process.',
      samples: [{ value: countFollowers() }],
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      help: 'Memory of this process.',
      samples: [{ value: process.memoryUsage().rss }],
    },
    // Without the gate, in development, nothing is counted.
    ...(measures ? counted(measures) : []),
  ]
}

function counted({ requests, durations, delay }: Measures): Metric[] {
  return [
    {
      name: 'duizhao_http_requests_total',
      type: 'counter',
      help: 'Requests answered by this process.',
      samples: [...requests].map(([key, value]) => {
        const [method, status] = key.split(' ')
        return { labels: { method, status }, value }
      }),
    },
    {
      name: 'duizhao_http_request_seconds',
      type: 'histogram',
      help: 'How long requests took, streams with them.',
      samples: [
        ...durations.bounds.map((le, index) => ({
          suffix: '_bucket' as const,
          labels: { le },
          value: durations.buckets[index],
        })),
        { suffix: '_bucket', labels: { le: '+Inf' }, value: durations.count },
        { suffix: '_sum', value: durations.sum },
        { suffix: '_count', value: durations.count },
      ],
    },
    {
      name: 'duizhao_event_loop_delay_seconds',
      type: 'gauge',
      help: 'How late the event loop of this process was, since its start.',
      samples: [
        { labels: { quantile: '0.5' }, value: delay.percentile(50) * NANO },
        { labels: { quantile: '0.99' }, value: delay.percentile(99) * NANO },
        { labels: { quantile: '1' }, value: delay.max * NANO },
      ],
    },
  ]
}
