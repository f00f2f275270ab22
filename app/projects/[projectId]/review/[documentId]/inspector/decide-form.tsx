'use client'
import { useState } from 'react'
import { Field, Radio, Select, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import { type Decision, LEGAL_EFFECTS, openDecisions } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { decide, propose } from '../actions'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'
import { NoteForm } from './note-form'

/** `proposing`: put forward for those who may decide. */
type FormProps = { note: RowDiscrepancy; segment: SegmentRow; proposing: boolean; onClose: () => void }

/** Only what the document's governing rule leaves open can be chosen. */
export function DecideForm({ note, segment, proposing, onClose }: FormProps) {
  const t = useTexts()
  const screen = useScreen()
  const [decision, setDecision] = useState<Decision | null>(note.decision)
  const [reason, setReason] = useState(note.decisionNote)
  const [effect, setEffect] = useState<string>(note.legalEffect ?? '')
  const [missing, setMissing] = useState(false)
  const { run, running, failure } = useAction(proposing ? propose : decide, { refresh: false })
  const mayAsk = proposing || can(screen.review.me.role, 'discrepancy.query-issuer')
  const submit = async () => {
    if (!decision) return setMissing(true)
    const done = await run({
      projectId: screen.projectId,
      discrepancyId: note.id,
      seenVersion: note.version,
      decision,
      note: reason,
      legalEffect: LEGAL_EFFECTS.find((one) => one === effect) ?? null,
    })
    await reloadRows(screen, [segment.id])
    if (!done) return
    screen.tell(t(proposing ? 'discrepancy.proposed' : 'discrepancy.decided', { number: note.number }))
    onClose()
  }
  return (
    <NoteForm
      onSubmit={submit}
      onClose={onClose}
      save={t(proposing ? 'discrepancy.saveProposal' : 'discrepancy.saveDecision')}
      disabled={running}
      failure={failure}
    >
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium">{t('discrepancy.decision')}</legend>
        {openDecisions(screen.review.document.governing).map((one) => (
          <Radio
            key={one}
            name={`decision-${note.id}`}
            label={t(`discrepancy.decision.${one}`)}
            hint={t(`discrepancy.decisionHint.${one}`)}
            checked={decision === one}
            disabled={one === 'query-issuer' && !mayAsk}
            onChange={() => setDecision(one)}
            className="px-2.5 py-2"
          />
        ))}
      </fieldset>
      {missing && !decision && <p className="font-medium text-danger">{t('discrepancy.decisionMissing')}</p>}
      <Field label={t('discrepancy.effect')} hint={t('discrepancy.effectHint')}>
        {(parts) => (
          <Select {...parts} value={effect} onChange={(event) => setEffect(event.target.value)}>
            <option value="">{t('discrepancy.effectNone')}</option>
            {LEGAL_EFFECTS.map((one) => (
              <option key={one} value={one}>
                {t(`discrepancy.legalEffect.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('discrepancy.decisionNote')} hint={t('discrepancy.decisionNoteHint')}>
        {(parts) => <Textarea {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </NoteForm>
  )
}
