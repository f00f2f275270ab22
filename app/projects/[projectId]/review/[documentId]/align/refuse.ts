import type { Screen } from '../state/screen'
import { alignOf } from './align-state'

/** Says in the bar why nothing was done: in work that goes by keys, notices piling up would only be in the way. */
export function refuse(screen: Screen, why: string): void {
  alignOf(screen).said.set(why)
}
