/** What changed in the governing text since its translation was last approved: not merely in the last step. */
import type { Side } from '@/lib/bitext/text'
import type { History } from '@/lib/revision/queries'
import { rank } from '@/lib/segment/rules'

/**
 * The governing text as it was when the other side was last approved; where it never was, as it was when the other
 * side was last edited, or as it was brought in. null when it has not changed since.
 */
export function textAtApproval({ revisions, transitions }: History, governing: Side): string | null {
  const approvals = transitions.filter(({ from, to, demotion }) => !demotion && rank(to) > rank(from))
  const edits = revisions.filter(({ side }) => side !== governing)
  const since = latest(approvals.length > 0 ? approvals : edits)
  // Newest first, as the history gives them.
  const corrections = revisions.filter(({ side, at }) => side === governing && at > since)
  return corrections.at(-1)?.before ?? null
}

function latest(entries: readonly { at: string }[]): string {
  return (
    entries
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  )
}
