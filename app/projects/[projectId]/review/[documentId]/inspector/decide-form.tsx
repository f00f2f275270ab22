'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Field, Radio, Select, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import { type Decision, LEGAL_EFFECTS, openDecisions } from '@/lib/discrepancy/rules'
import type { RowDiscrepancy, SegmentRow } from '@/lib/segment/queries'
import { decide, propose } from '../actions'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'

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
    <form
      className="mt-3 flex flex-col gap-3 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (isInputMethods(event)) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          void submit()
        }
        if (event.key === 'Escape') onClose()
      }}
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
      {failure && <Note tone="danger">{failure.message}</Note>}
      <div className="flex gap-1.5">
        <Button type="submit" size="small" look="primary" disabled={running}>
          {t(proposing ? 'discrepancy.saveProposal' : 'discrepancy.saveDecision')}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
