import type { Tone } from '@/app/_ui/badge'
import type { DiscrepancyState, Severity } from '@/lib/discrepancy/rules'

export const STATE_TONES: Record<DiscrepancyState, Tone> = {
  open: 'accent',
  proposed: 'info',
  decided: 'plain',
  verified: 'ok',
  published: 'ok',
}

export const SEVERITY_TONES: Record<Severity, Tone> = {
  neutral: 'plain',
  minor: 'info',
  major: 'warn',
  critical: 'danger',
}
