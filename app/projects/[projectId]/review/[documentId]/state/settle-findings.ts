/** What is done with a finding: written down, taken into the register, dismissed, taken back. */
import { unanswered } from '@/app/_ui/unanswered'
import { can } from '@/lib/auth/roles'
import { TAKABLE } from '@/lib/finding/entry-of-finding'
import type { FindingRow } from '@/lib/finding/queries'
import type { DismissalReason, DismissalScope } from '@/lib/finding/rules'
import { dismiss, restoreFinding, takeIntoRegister, writeFindingDown } from '../actions'
import { attempt } from './attempt'
import { findingsOf, isHere, isOpen, namedOf, needFindings, reloadFindings } from './findings'
import { showTab } from './inspector'
import { reloadRows } from './load'
import { currentId, type Screen } from './screen'

/** The finding keys mean: the one a person is at, or the first of the row that is still open. */
async function meant(screen: Screen): Promise<FindingRow | null> {
  const state = findingsOf(screen)
  const id = currentId(screen)
  if (id !== null) await needFindings(screen, [id])
  const named = id === null ? [] : namedOf(state.byRow.get(id) ?? [])
  const at = named.find((one) => isHere(state.here.get(), one.here)) ?? named.find(({ finding }) => isOpen(finding))
  if (!at) {
    screen.tell(screen.t('checks.none-here'), { hint: true })
    return null
  }
  state.here.set(at.here)
  return at.finding
}

export async function raiseHere(screen: Screen): Promise<void> {
  const finding = await meant(screen)
  if (finding) await raiseFinding(screen, finding)
}

/** Writes the finding down, its words marked on both sides; what it became stands open for a second look. */
export async function raiseFinding(screen: Screen, { segmentId, key }: FindingRow): Promise<void> {
  if (!can(screen.review.me.role, 'discrepancy.raise'))
    return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  const written = await attempt(screen, () => writeFindingDown({ projectId: screen.projectId, segmentId, key }))
  if (!written) return
  const { id, number } = written
  void reloadFindings(screen, [segmentId])
  await reloadRows(screen, [segmentId])
  screen.opened.set({ id, focus: false })
  const show = () => {
    screen.opened.set({ id, focus: true })
    showTab(screen, 'discrepancies')
  }
  screen.tell(screen.t('checks.raised-as', { number }), {
    action: { label: screen.t('review.tab-discrepancies'), run: show },
  })
}

export async function takeHere(screen: Screen): Promise<void> {
  const finding = await meant(screen)
  if (finding) await takeFinding(screen, finding)
}

/** The words are right: the register has them from now on, and the finding goes, here and wherever else it stands. */
export async function takeFinding(screen: Screen, { segmentId, key, says }: FindingRow): Promise<void> {
  if (!can(screen.review.me.role, 'register.manage'))
    return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  if (!TAKABLE.includes(says)) return screen.tell(screen.t('problems.not-for-register'), { hint: true })
  const taken = await attempt(screen, () => takeIntoRegister({ projectId: screen.projectId, segmentId, key }))
  if (!taken) return
  screen.tell(screen.t('checks.taken', { forms: taken.forms.join(' · ') }), {
    action: {
      label: screen.t('checks.to-register'),
      run: () => window.location.assign(`/projects/${screen.projectId}/register`),
    },
  })
}

/** Opens the form that asks why, in the inspector. */
export async function askToDismiss(screen: Screen): Promise<void> {
  if (!can(screen.review.me.role, 'finding.dismiss'))
    return screen.tell(screen.t('problems.not-allowed'), { hint: true })
  if (!(await meant(screen))) return
  const state = findingsOf(screen)
  state.scope.set('row')
  state.dismissing.set(state.here.get())
  showTab(screen, 'checks')
}

export type Said = { scope: DismissalScope; reason: DismissalReason; note: string }

/** null: it was dismissed; else why not. */
export async function dismissFinding(
  screen: Screen,
  { segmentId, key }: FindingRow,
  said: Said,
): Promise<string | null> {
  const outcome = await dismiss({ projectId: screen.projectId, segmentId, key, ...said }).catch(unanswered(screen.t))
  if (!outcome.ok) return outcome.message
  const { dismissalId } = outcome.value
  await reloadFindings(screen, said.scope === 'place' ? [segmentId] : null)
  const undo = () => void takeBack(screen, dismissalId)
  screen.tell(screen.t('checks.dismissed'), { action: { label: screen.t('checks.undo'), run: undo } })
  return null
}

export async function takeBack(screen: Screen, dismissalId: string): Promise<void> {
  if (await attempt(screen, () => restoreFinding({ projectId: screen.projectId, dismissalId })))
    await reloadFindings(screen, null)
}
