'use client'
import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { nameOfZone } from '@/app/_ui/work/due-time'
import { useZone } from '@/app/_ui/work/use-zone'
import { LONGEST_REASON } from '@/lib/absence/input'
import type { AbsenceRow } from '@/lib/absence/queries'
import { addAbsenceHere, changeAbsenceHere } from '../actions'

type AbsenceDialogProps = {
  /** null: a new one. */
  absence: AbsenceRow | null
  zone: string | null
  onClose: () => void
}

/** Said beside the last day; everything else is about the whole. */
const OF_LAST_DAY: readonly string[] = ['absence-backwards', 'absence-past', 'absence-too-long']

export function AbsenceDialog({ absence, zone: chosen, onClose }: AbsenceDialogProps) {
  const t = useTexts()
  const tell = useToast()
  const addition = useAction(addAbsenceHere)
  const change = useAction(changeAbsenceHere)
  const here = useZone(absence?.zone ?? chosen)
  const zones = useMemo(() => [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [here])
  const [from, setFrom] = useState(absence?.from ?? '')
  const [to, setTo] = useState(absence?.to ?? '')
  const failure = addition.failure ?? change.failure
  const ofLastDay = failure && OF_LAST_DAY.includes(failure.problem)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const days = { from, to, zone: String(form.get('zone')), reason: String(form.get('reason')) }
    const done = absence ? await change.run({ ...days, absenceId: absence.id }) : await addition.run(days)
    if (!done) return
    tell(t('common.saved'))
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} title={t(absence ? 'absence.changeTitle' : 'absence.addTitle')}>
      <form onSubmit={submit} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('absence.from')}>
            {(parts) => (
              <Input
                {...parts}
                type="date"
                required
                value={from}
                onChange={(event) => {
                  // Mostly it is a day or a few: the last day starts where the first is.
                  if (to === '' || to === from) setTo(event.target.value)
                  setFrom(event.target.value)
                }}
              />
            )}
          </Field>
          <Field label={t('absence.to')} error={ofLastDay && failure.message}>
            {(parts) => (
              <Input {...parts} type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
            )}
          </Field>
        </div>
        <Field label={t('absence.zone')}>
          {(parts) => (
            <Select {...parts} name="zone" defaultValue={here}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {nameOfZone(zone)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('absence.reason')} hint={t('absence.reasonHint')}>
          {(parts) => (
            <Input
              {...parts}
              name="reason"
              defaultValue={absence?.reason}
              maxLength={LONGEST_REASON}
              autoComplete="off"
            />
          )}
        </Field>
        {failure && !ofLastDay && <Note tone="danger">{failure.message}</Note>}
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={addition.running || change.running}>
            {t('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
