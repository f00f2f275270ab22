'use client'
/** What a step asks before it is taken. A decision stays within what the governing rule of the document leaves open. */
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { openDecisions } from '@/lib/discrepancy/rules'
import { contest, decide, propose, verify } from './actions'
import { type Decided, DecisionFields } from './decision-fields'
import { type Question, useSteps } from './step-context'

type FormProps = { question: Question; onClose: () => void }

export function StepDialog({ question, onClose }: FormProps) {
  const t = useTexts()
  const { entry, ask } = question
  const { number } = entry
  const decides = ask === 'decide' || ask === 'propose'
  const title = {
    decide: t('discrepancy.decideTitle', { number }),
    propose: t('discrepancy.proposeLabel', { number }),
    contest: t('discrepancy.contestLabel', { number }),
    override: t('discrepancy.verifyLabel', { number }),
  }[ask]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={decides ? 'medium' : 'small'}
      title={title}
      description={decides ? t('discrepancy.decideUnder', { rule: t(`import.rule.${entry.governing}`) }) : undefined}
    >
      {decides ? (
        <DecideForm question={question} onClose={onClose} />
      ) : (
        <ReasonForm question={question} onClose={onClose} />
      )}
    </Dialog>
  )
}

function DecideForm({ question: { entry, ask }, onClose }: FormProps) {
  const t = useTexts()
  const tell = useToast()
  const { projectId, me } = useSteps()
  const proposing = ask === 'propose'
  const { run, running, failure } = useAction(proposing ? propose : decide)
  const [value, setValue] = useState<Decided>({
    decision: entry.decision,
    note: entry.decisionNote,
    legalEffect: entry.legalEffect,
  })
  const [missing, setMissing] = useState(false)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const { decision, note, legalEffect } = value
    setMissing(decision === null)
    if (decision === null) return
    const seen = { projectId, discrepancyId: entry.id, seenVersion: entry.version }
    if (!(await run({ ...seen, decision, note: note.trim(), legalEffect }))) return
    tell(t(proposing ? 'discrepancy.proposed' : 'discrepancy.decided', { number: entry.number }))
    onClose()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Words entry={entry} />
      <DecisionFields
        value={value}
        onChange={setValue}
        options={openDecisions(entry.governing)}
        mayAsk={proposing || can(me.role, 'discrepancy.query-issuer')}
        missing={missing}
      />
      {failure && <Note tone="danger">{failure.message}</Note>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={running}>
          {running ? t('common.saving') : t(proposing ? 'discrepancy.saveProposal' : 'discrepancy.saveDecision')}
        </Button>
      </DialogActions>
    </form>
  )
}

function ReasonForm({ question: { entry, ask }, onClose }: FormProps) {
  const t = useTexts()
  const tell = useToast()
  const { projectId } = useSteps()
  const contesting = ask === 'contest'
  const against = useAction(contest)
  const overriding = useAction(verify)
  const { running, failure } = contesting ? against : overriding
  const [reason, setReason] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    const place = { projectId, discrepancyId: entry.id, seenVersion: entry.version }
    const done = contesting
      ? await against.run({ ...place, reason })
      : await overriding.run({ ...place, overrideReason: reason })
    if (!done) return
    tell(t(contesting ? 'discrepancy.contested' : 'discrepancy.verified', { number: entry.number }))
    onClose()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Words entry={entry} />
      {!contesting && <Note tone="warn">{t('problems.four-eyes-note')}</Note>}
      <Field
        label={t(contesting ? 'discrepancy.contestReason' : 'discrepancy.overrideReason')}
        hint={t(contesting ? 'discrepancy.contestHint' : 'discrepancy.overrideHint')}
      >
        {(parts) => (
          <Textarea {...parts} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {failure && <Note tone="danger">{failure.message}</Note>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={running || reason.trim() === ''}>
          {t(contesting ? 'discrepancy.contest' : 'discrepancy.verify')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** What is being decided on, before one's eyes. */
function Words({ entry: { zhQuote, enQuote, note } }: { entry: LedgerEntry }) {
  return (
    <div className="max-h-48 overflow-y-auto rounded-md border border-line bg-sunken px-4 py-3">
      {zhQuote && (
        <p lang="zh-CN" className="document-text text-base">
          {zhQuote}
        </p>
      )}
      {enQuote && (
        <p lang="en" className="document-text text-base">
          {enQuote}
        </p>
      )}
      {note && <p className="mt-1 text-ink-soft text-sm">{note}</p>}
    </div>
  )
}
