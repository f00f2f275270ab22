'use client'
/** Verifies that a decision was carried out; where four eyes forbid it, a manager is asked for a reason. */
import { ShieldCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { verify } from './actions'

type VerifyButtonProps = { projectId: string; discrepancyId: string; number: number; version: number }

export function VerifyButton({ projectId, discrepancyId, number, version }: VerifyButtonProps) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(verify)
  const [reason, setReason] = useState('')
  const [dismissed, setDismissed] = useState(false)
  const asking = failure?.problem === 'four-eyes-note' && Boolean(failure.detail.overridable) && !dismissed
  const verifyIt = async (overrideReason?: string) => {
    setDismissed(false)
    const done = await run({ projectId, discrepancyId, seenVersion: version, overrideReason })
    if (done) tell(t('discrepancy.verified', { number }))
  }
  const override = (event: FormEvent) => {
    event.preventDefault()
    void verifyIt(reason)
  }
  return (
    <>
      <Button
        look="quiet"
        size="small"
        disabled={running}
        aria-label={t('discrepancy.verifyLabel', { number })}
        onClick={() => verifyIt()}
      >
        <ShieldCheck aria-hidden />
        {t('discrepancy.verify')}
      </Button>
      {failure && !asking && (
        <p role="alert" className="text-danger text-sm">
          {failure.message}
        </p>
      )}
      <Dialog
        open={asking}
        onOpenChange={(open) => setDismissed(!open)}
        title={t('discrepancy.verifyLabel', { number })}
        description={failure?.message ?? ''}
      >
        <form onSubmit={override}>
          <Field label={t('discrepancy.overrideReason')} hint={t('discrepancy.overrideHint')}>
            {(parts) => (
              <Textarea {...parts} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <DialogActions>
            <Button onClick={() => setDismissed(true)}>{t('common.cancel')}</Button>
            <Button type="submit" look="primary" disabled={running || reason.trim() === ''}>
              {t('discrepancy.verify')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
