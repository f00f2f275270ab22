'use client'
/** What the person may do with a note where it stands, and the form it wants. */
import { useState } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { unanswered } from '@/app/_ui/unanswered'
import { can } from '@/lib/auth/roles'
import { type NoteStepName, openSteps } from '@/lib/discrepancy/open-steps'
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
  const place = { projectId: screen.projectId, discrepancyId: note.id, seenVersion: note.version }
  const close = () => setForm(null)

  const take = async (act: () => Promise<Outcome<unknown>>, said: string): Promise<boolean> => {
    const outcome = await act().catch(unanswered(t))
    await reloadRows(screen, [segment.id])
    if (outcome.ok) screen.tell(said)
    else if (outcome.problem === 'four-eyes-note' && outcome.detail.overridable) setForm('override')
    else screen.tell(outcome.message, { failed: true })
    return outcome.ok
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
  const { governing } = screen.review.document
  const runs: Record<NoteStepName, () => unknown> = {
    accept: () =>
      decision &&
      take(() => decide({ ...place, decision, note: decisionNote, legalEffect }), t('discrepancy.decided', { number })),
    decide: () => setForm('decide'),
    change: () => setForm('decide'),
    propose: () => setForm('propose'),
    verify: () => verifyIt(),
    contest: () => setForm('contest'),
    withdraw: () => take(() => reopen(place), t('discrepancy.withdrawn', { number })),
    reopen: () => take(() => reopen(place), t('discrepancy.reopened', { number })),
  }
  return (
    <footer className="mt-2.5 flex flex-wrap gap-1.5">
      {openSteps({ ...note, governing }, { id: memberId, role }).map((step) => (
        <Button
          key={step}
          size="small"
          look={LOOKS[step] ?? 'quiet'}
          onClick={() => void runs[step]()}
          aria-label={t(`discrepancy.${step}Label`, { number })}
        >
          {t(`discrepancy.${step}`)}
        </Button>
      ))}
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
    </footer>
  )
}

const LOOKS: Partial<Record<NoteStepName, 'primary' | 'secondary'>> = {
  accept: 'primary',
  decide: 'secondary',
  verify: 'secondary',
}
