'use client'
/** What the person may do with a note where it stands, and the form it wants. */
import { useState } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { allows, DISCREPANCY_ACTS, type DiscrepancyAct, openDecisions } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { contest, decide, reopen, verify } from '../actions'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'
import { AmendForm } from './amend-form'
import { DecideForm } from './decide-form'
import { ReasonForm } from './reason-form'

type Form = 'decide' | 'propose' | 'amend' | 'contest' | 'override'

type ActionsProps = { note: RowDiscrepancy; segment: SegmentRow }

export function NoteActions({ note, segment }: ActionsProps) {
  const t = useTexts()
  const screen = useScreen()
  const [form, setForm] = useState<Form | null>(null)
  const { number } = note
  const { role, memberId } = screen.review.me
  const may = (act: DiscrepancyAct) => allows(act, note.state) && can(role, DISCREPANCY_ACTS[act].permission)
  const place = { projectId: screen.projectId, discrepancyId: note.id, seenVersion: note.version }
  const close = () => setForm(null)

  const take = async (act: () => Promise<Outcome<unknown>>, said: string): Promise<boolean> => {
    const outcome = await act().catch(() => null)
    await reloadRows(screen, [segment.id])
    if (outcome?.ok) screen.tell(said)
    else if (outcome?.problem === 'four-eyes-note' && outcome.detail.overridable) setForm('override')
    else screen.tell(outcome?.message ?? t('problems.offline'), { failed: true })
    return outcome?.ok ?? false
  }
  const verifyIt = (overrideReason?: string) =>
    take(() => verify({ ...place, overrideReason }), t('discrepancy.verified', { number }))
  const contestIt = (reason: string) =>
    take(() => contest({ ...place, reason }), t('discrepancy.contested', { number }))

  if (form === 'decide' || form === 'propose') {
    return <DecideForm note={note} segment={segment} proposing={form === 'propose'} onClose={close} />
  }
  if (form === 'amend') return <AmendForm note={note} segment={segment} onClose={close} />
  if (form === 'contest') {
    return (
      <ReasonForm
        label={t('discrepancy.contestReason')}
        hint={t('discrepancy.contestHint')}
        submit={t('discrepancy.contest')}
        most={10_000}
        onSubmit={contestIt}
        onClose={close}
      />
    )
  }
  if (form === 'override') {
    return (
      <ReasonForm
        label={t('discrepancy.overrideReason')}
        hint={t('discrepancy.overrideHint')}
        submit={t('discrepancy.verify')}
        most={500}
        onSubmit={verifyIt}
        onClose={close}
      />
    )
  }

  const { decision, decisionNote, legalEffect } = note
  const acceptable =
    note.state === 'proposed' &&
    decision !== null &&
    may('decide') &&
    openDecisions(screen.review.document.governing).includes(decision) &&
    (decision !== 'query-issuer' || can(role, 'discrepancy.query-issuer'))
  const own = note.state === 'proposed' && note.proposedById === memberId
  const mendingWaits = decision?.startsWith('mend') && !note.mended
  const act = (key: ActText, run: () => void, look: 'secondary' | 'quiet' | 'primary' = 'quiet') => (
    <Button size="small" look={look} onClick={run} aria-label={t(`discrepancy.${key}Label`, { number })}>
      {t(`discrepancy.${key}`)}
    </Button>
  )
  return (
    <footer className="mt-2.5 flex flex-wrap gap-1.5">
      {acceptable &&
        act(
          'accept',
          () =>
            void take(
              () => decide({ ...place, decision, note: decisionNote, legalEffect }),
              t('discrepancy.decided', { number }),
            ),
          'primary',
        )}
      {may('decide') && note.state !== 'decided' && act('decide', () => setForm('decide'), 'secondary')}
      {may('propose') && !may('decide') && act('propose', () => setForm('propose'), 'secondary')}
      {may('verify') && !mendingWaits && act('verify', () => void verifyIt(), 'secondary')}
      {note.state === 'open' && (can(role, 'discrepancy.amend-others') || note.raisedById === memberId) && (
        <Button
          size="small"
          look="quiet"
          onClick={() => setForm('amend')}
          aria-label={t('review.amend-name', { number })}
        >
          {t('review.amend')}
        </Button>
      )}
      {may('decide') && note.state === 'decided' && act('change', () => setForm('decide'))}
      {may('contest') && act('contest', () => setForm('contest'))}
      {own &&
        !may('reopen') &&
        act('withdraw', () => void take(() => reopen(place), t('discrepancy.withdrawn', { number })))}
      {may('reopen') && act('reopen', () => void take(() => reopen(place), t('discrepancy.reopened', { number })))}
    </footer>
  )
}

type ActText = 'accept' | 'decide' | 'propose' | 'verify' | 'change' | 'contest' | 'withdraw' | 'reopen'
