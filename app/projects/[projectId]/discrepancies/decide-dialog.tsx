'use client'
/** Decides a discrepancy, within what the governing rule of its document leaves open. */
import { Gavel } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Radio, Select, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { type Decision, LEGAL_EFFECTS, type LegalEffect, openDecisions } from '@/lib/discrepancy/rules'
import { decide } from './actions'

type DecideDialogProps = { projectId: string; entry: LedgerEntry; mayQuery: boolean }

export function DecideDialog({ projectId, entry, mayQuery }: DecideDialogProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { number, decision } = entry
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="medium"
      title={t('discrepancy.decideTitle', { number })}
      description={t('discrepancy.decideUnder', { rule: t(`import.rule.${entry.governing}`) })}
      trigger={
        <Button
          look={decision ? 'quiet' : 'secondary'}
          size="small"
          aria-label={t(decision ? 'discrepancy.changeLabel' : 'discrepancy.decideLabel', { number })}
        >
          <Gavel aria-hidden />
          {t(decision ? 'discrepancy.change' : 'discrepancy.decide')}
        </Button>
      }
    >
      <DecideForm projectId={projectId} entry={entry} mayQuery={mayQuery} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function DecideForm({ projectId, entry, mayQuery, onDone }: DecideDialogProps & { onDone: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const name = useId()
  const { run, running, failure } = useAction(decide)
  const [decision, setDecision] = useState<Decision | null>(entry.decision)
  const [note, setNote] = useState(entry.decisionNote)
  const [effect, setEffect] = useState<LegalEffect | ''>(entry.legalEffect ?? '')
  const [missing, setMissing] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(decision === null)
    if (decision === null) return
    const seen = { projectId, discrepancyId: entry.id, seenVersion: entry.version }
    const done = await run({ ...seen, decision, note: note.trim(), legalEffect: effect || null })
    if (!done) return
    tell(t('discrepancy.decided', { number: entry.number }))
    onDone()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Words entry={entry} />
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-sm">{t('discrepancy.decision')}</legend>
        {openDecisions(entry.governing).map((option) => {
          const refused = option === 'query-issuer' && !mayQuery
          return (
            <Radio
              key={option}
              name={name}
              className={refused ? 'opacity-70' : undefined}
              disabled={refused}
              checked={decision === option}
              onChange={() => setDecision(option)}
              label={t(`discrepancy.decision.${option}`)}
              hint={refused ? t('discrepancy.managerOnly') : t(`discrepancy.decisionHint.${option}`)}
            />
          )
        })}
      </fieldset>
      {missing && decision === null && (
        <p role="alert" className="font-medium text-danger text-sm">
          {t('discrepancy.decisionMissing')}
        </p>
      )}
      <Field label={t('discrepancy.decisionNote')} hint={t('discrepancy.decisionNoteHint')}>
        {(parts) => (
          <Textarea
            {...parts}
            className="!min-h-16"
            maxLength={10_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('discrepancy.effect')} hint={t('discrepancy.effectHint')}>
        {(parts) => (
          <Select {...parts} value={effect} onChange={(event) => setEffect(event.target.value as LegalEffect | '')}>
            <option value="">{t('discrepancy.effectNone')}</option>
            {LEGAL_EFFECTS.map((option) => (
              <option key={option} value={option}>
                {t(`discrepancy.legalEffect.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {failure && <Note tone="danger">{failure.message}</Note>}
      <DialogActions>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" disabled={running}>
          {t(running ? 'common.saving' : 'discrepancy.saveDecision')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** What is being decided on, before one's eyes. */
function Words({ entry: { zhQuote, enQuote, note } }: { entry: LedgerEntry }) {
  return (
    <div className="rounded-md border border-line bg-sunken px-4 py-3">
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
