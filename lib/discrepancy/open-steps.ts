/** What a person may do with a note where it stands: the buttons of the inspector, the ledger and the board. */
import { can, type MemberRole } from '../auth/roles'
import type { GoverningRule } from '../bitext/text'
import {
  allows,
  type Decision,
  DISCREPANCY_ACTS,
  type DiscrepancyAct,
  type DiscrepancyState,
  openDecisions,
} from './rules'

export type NoteStepName = 'accept' | 'decide' | 'propose' | 'verify' | 'change' | 'contest' | 'withdraw' | 'reopen'

export type StandingNote = {
  state: DiscrepancyState
  decision: Decision | null
  mended: boolean
  proposedById: string | null
  governing: GoverningRule
}

/** In the order they are offered, the likeliest first. */
export function openSteps(note: StandingNote, { id, role }: { id: string; role: MemberRole }): NoteStepName[] {
  const { state, decision, mended, proposedById, governing } = note
  const may = (act: DiscrepancyAct) => allows(act, state) && can(role, DISCREPANCY_ACTS[act].permission)
  const acceptable =
    state === 'proposed' &&
    decision !== null &&
    openDecisions(governing).includes(decision) &&
    (decision !== 'query-issuer' || can(role, 'discrepancy.query-issuer'))
  const waits = decision?.startsWith('mend') && !mended
  const own = state === 'proposed' && proposedById === id
  const offered: [NoteStepName, boolean][] = [
    ['accept', acceptable && may('decide')],
    ['decide', may('decide') && state !== 'decided'],
    ['propose', may('propose') && !may('decide')],
    ['verify', may('verify') && !waits],
    ['change', may('decide') && state === 'decided'],
    ['contest', may('contest')],
    ['withdraw', own && !may('reopen')],
    ['reopen', may('reopen')],
  ]
  return offered.filter(([, open]) => open).map(([step]) => step)
}

/** The columns of the board a card can be moved to, by the step that leads there. */
export function movesOf(
  note: StandingNote,
  doer: { id: string; role: MemberRole },
): Partial<Record<DiscrepancyState, NoteStepName>> {
  const steps = openSteps(note, doer)
  const first = (...wanted: NoteStepName[]) => wanted.find((step) => steps.includes(step))
  const mayPropose = allows('propose', note.state) && can(doer.role, DISCREPANCY_ACTS.propose.permission)
  const moves: Partial<Record<DiscrepancyState, NoteStepName | undefined>> = {
    open: first('withdraw', 'reopen', 'contest'),
    proposed: mayPropose ? 'propose' : undefined,
    decided: first('accept', 'decide'),
    verified: first('verify'),
  }
  const open = Object.entries(moves).filter(([state, step]) => step !== undefined && state !== note.state)
  return Object.fromEntries(open)
}
