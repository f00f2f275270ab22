'use client'
/** One step for many notes: what it needs, what would be done and what not and why, then the act. */
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import type { GoverningRule } from '@/lib/bitext/text'
import type { ManyPreview } from '@/lib/discrepancy/act-on-many'
import type { ActOnMany } from '@/lib/discrepancy/refuse-act'
import { DECISIONS, openDecisions } from '@/lib/discrepancy/rules'
import { doMany } from './actions'
import { type Decided, DecisionFields } from './decision-fields'
import { useSteps } from './step-context'
import { type Chosen, usePreview } from './use-preview'

type BulkDialogProps = {
  act: ActOnMany
  on: Chosen
  rules: readonly GoverningRule[]
  onClose: () => void
  onDone: () => void
}

export function BulkDialog({ act, on, rules, onClose, onDone }: BulkDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const { projectId, me } = useSteps()
  const { run, running, failure } = useAction(doMany)
  const [decided, setDecided] = useState<Decided>({ decision: null, note: '', legalEffect: null })
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const decides = act === 'decide' || act === 'propose'
  const open = new Set(rules.flatMap(openDecisions))
  // A reason changes what may be done only by being there.
  const overriding = act === 'verify' && reason.trim() !== ''
  const step = { act, decision: decided.decision, reason: overriding ? 'given' : '' }
  const { preview, trouble } = usePreview(projectId, on, decides && !decided.decision ? null : step)
  const wantsReason = act === 'contest' || (act === 'verify' && can(me.role, 'four-eyes.override'))

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (decides && !decided.decision) return setMissing(true)
    if (!preview || preview.going.length === 0) return
    const note = decided.note.trim()
    const done = await run({ projectId, act, ...decided, note, reason: reason.trim(), notes: preview.going })
    if (!done) return
    const left = done.value.refused.reduce((sum, { count }) => sum + count, 0)
    tell(t('ledger.manyDone', { act, done: done.value.done, left }))
    onDone()
  }

  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && onClose()}
      width={decides ? 'medium' : 'small'}
      title={t(`ledger.manyTitle.${act}`)}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {decides && (
          <DecisionFields
            value={decided}
            onChange={setDecided}
            options={DECISIONS.filter((one) => open.has(one))}
            mayAsk={act === 'propose' || can(me.role, 'discrepancy.query-issuer')}
            missing={missing}
          />
        )}
        {wantsReason && (
          <Field
            label={t(act === 'contest' ? 'discrepancy.contestReason' : 'discrepancy.overrideReason')}
            hint={t(act === 'contest' ? 'discrepancy.contestHint' : 'ledger.overrideHint')}
          >
            {(parts) => (
              <Textarea
                {...parts}
                className="!min-h-16"
                value={reason}
                maxLength={2000}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        <div role="status" className="rounded-md border border-line bg-sunken px-4 py-3">
          {trouble ??
            (preview ? <What act={act} {...preview} /> : t(decides ? 'ledger.previewFirst' : 'common.loading'))}
        </div>
        {failure && <Note tone="danger">{failure.message}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            data-answer
            disabled={running || (act === 'contest' && reason.trim() === '') || preview?.going.length === 0}
          >
            {running ? t('common.saving') : t(`ledger.many.${act}`, { count: preview?.going.length ?? 0 })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

type WhatProps = { act: ActOnMany } & ManyPreview

function What({ act, going, anew, refused, beyond }: WhatProps) {
  const t = useTexts()
  return (
    <>
      <p className="font-medium">{t(`ledger.will.${act}`, { count: going.length })}</p>
      {anew > 0 && <p className="mt-1 text-sm text-warn">{t('ledger.anew', { count: anew })}</p>}
      {refused.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-1 text-sm">
          {refused.map(({ why, count, numbers }) => (
            <li key={why}>
              {t(`ledger.refused.${why}`, { count })}{' '}
              <span className="text-ink-soft">
                {t('ledger.refusedNumbers', { numbers: numbers.join(', '), more: count - numbers.length })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {beyond > 0 && <p className="mt-1.5 text-sm text-warn">{t('ledger.beyond', { count: beyond })}</p>}
    </>
  )
}
