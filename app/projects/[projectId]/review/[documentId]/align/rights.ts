/** Who may rearrange and who may confirm, and if not, why: the rules of the commands, said before anyone tries. */
import { can } from '@/lib/auth/roles'
import { missingSide } from '../state/rights'
import type { Screen } from '../state/screen'

/** In words; null when they may. */
export function whyNotAlign(screen: Screen, confirming = false): string | null {
  const { role } = screen.review.me
  if (missingSide(screen.review)) return screen.t('align.one-side')
  if (can(role, confirming ? 'segment.confirm' : 'segment.align')) return null
  return screen.t(can(role, 'segment.confirm') ? 'align.may-confirm-only' : 'align.may-read-only')
}
