/** What each dialog about a piece of work is given. */
import type { RefObject } from 'react'
import type { AssignmentRow } from '@/lib/assignment/queries'

/** Who looks. */
export type Viewer = { memberId: string; manages: boolean }

export type WorkDialogProps = {
  assignment: AssignmentRow
  viewer: Viewer
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}
