/** Each operation to its command. */
import type { Outcome } from '@/app/_server/outcome'
import type { SeenRow, StepAnswer } from '@/lib/alignment/input'
import type { Screen } from '../state/screen'
import * as actions from './actions'
import type { Deed } from './deed'

export function send(screen: Screen, deed: Deed, seen: SeenRow[]): Promise<Outcome<StepAnswer>> {
  const place = { projectId: screen.projectId, documentId: screen.documentId }
  switch (deed.what) {
    case 'push':
    case 'pull': {
      const { id, side, offset, to, what } = deed
      const act = what === 'push' ? actions.pushText : actions.pullText
      return act({ ...place, segmentId: id, side, offset, toSegmentId: to, seen })
    }
    case 'shift': {
      const { id, side, direction } = deed
      return actions.shiftColumn({ ...place, segmentId: id, side, direction, seen })
    }
    case 'split': {
      const { id, side, offset, otherOffset } = deed
      return actions.splitRow({ ...place, segmentId: id, side, offset, otherOffset, seen })
    }
    case 'merge':
      return actions.mergeRange({ ...place, fromSegmentId: deed.from, toSegmentId: deed.to, seen })
    case 'swap':
      return actions.swapEnglish({ ...place, segmentId: deed.id, withSegmentId: deed.with, seen })
    case 'move':
      return actions.moveEnglish({ ...place, fromSegmentId: deed.from, toSegmentId: deed.to, seen })
    case 'confirm':
      return actions.confirmTo({ ...place, segmentId: deed.to, fromSegmentId: deed.from, confirmed: deed.confirmed })
  }
}
