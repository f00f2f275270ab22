/** Whether one of many notes takes the step that is asked of all of them, and why not: the rules of the single commands. */
import { can, type MemberRole } from '../auth/roles'
import type { GoverningRule } from '../bitext/text'
import { allows, type Decision, DISCREPANCY_ACTS, type DiscrepancyState, openDecisions, verifiesOwnWork } from './rules'

/** Publishing is an edition's. */
export const ACTS_ON_MANY = ['propose', 'decide', 'verify', 'contest', 'reopen'] as const
export type ActOnMany = (typeof ACTS_ON_MANY)[number]

export const REFUSALS = ['changed', 'state', 'rule', 'not-mended', 'four-eyes', 'not-yours'] as const
export type ActRefusal = (typeof REFUSALS)[number]

export type JudgedNote = {
  state: DiscrepancyState
  decision: Decision | null
  governing: GoverningRule
  proposedById: string | null
  decidedById: string | null
  mended: boolean
  /** Who wrote the words that mend it. */
  menderIds: readonly string[]
}

export type Doer = { id: string; role: MemberRole }

/** `overrides`: a reason is given why one's own work is verified. */
export type Wanted = { act: ActOnMany; decision: Decision | null; fourEyes: boolean; overrides: boolean }

export function refuseAct(
  note: JudgedNote,
  doer: Doer,
  { act, decision, fourEyes, overrides }: Wanted,
): ActRefusal | null {
  if (!allows(act, note.state)) return 'state'
  if (decision !== null && !openDecisions(note.governing).includes(decision)) return 'rule'
  if (act === 'reopen') {
    const own = note.state === 'proposed' && note.proposedById === doer.id
    return own || can(doer.role, DISCREPANCY_ACTS.reopen.permission) ? null : 'not-yours'
  }
  if (act !== 'verify') return null
  if (note.decision?.startsWith('mend') && !note.mended) return 'not-mended'
  const own = fourEyes && verifiesOwnWork(doer.id, [note.decidedById, ...note.menderIds])
  return own && !(overrides && can(doer.role, 'four-eyes.override')) ? 'four-eyes' : null
}

/** What somebody in this role may ask of notes at all. */
export function mayAct(role: MemberRole, act: ActOnMany): boolean {
  // A proposal is taken back by who made it.
  return can(role, DISCREPANCY_ACTS[act === 'reopen' ? 'propose' : act].permission)
}
