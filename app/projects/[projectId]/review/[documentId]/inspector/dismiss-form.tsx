'use client'
/** Why a finding is none, and where: a digit for the reason, Enter to keep it. */
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { CONTROL } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import type { FindingRow } from '@/lib/finding/queries'
import { DISMISSAL_REASONS, DISMISSAL_SCOPES, type DismissalReason, type DismissalScope } from '@/lib/finding/rules'
import { findingsOf } from '../state/findings'
import { backToRow } from '../state/inspector'
import { dismissFinding } from '../state/settle-findings'
import { useScreen } from '../state/use-screen'

/** The last reason is most likely the next. */
let lastReason: DismissalReason = 'mistaken'

export function DismissForm({ finding }: { finding: FindingRow }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState<DismissalReason>(lastReason)
  const [scope, setScope] = useState<DismissalScope>('place')
  const [note, setNote] = useState('')
  const [trouble, setTrouble] = useState('')
  const widely = can(screen.review.me.role, 'finding.dismiss-everywhere')
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const close = () => {
    findingsOf(screen).dismissing.set(null)
    backToRow(screen)
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (reason === 'other' && note.trim() === '') {
      setTrouble(t('checks.note-needed'))
      form.current?.querySelector<HTMLElement>('[data-note]')?.focus()
      return
    }
    lastReason = reason
    const refused = await dismissFinding(screen, finding, { scope, reason, note })
    if (refused !== null) return setTrouble(refused)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const typing = event.target instanceof HTMLElement && event.target.matches('[data-note]')
    const chosen = typing ? undefined : DISMISSAL_REASONS[Number(event.key) - 1]
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit()
    else if (chosen) setReason(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} className="mt-2 border-line border-t pt-2">
      <fieldset>
        <legend className="font-medium">{t('checks.reason')}</legend>
        {DISMISSAL_REASONS.map((one, i) => (
          <label key={one} className="flex items-center gap-2 py-0.5">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={reason === one}
              onChange={() => setReason(one)}
              className="size-4 shrink-0 accent-accent-solid"
            />
            {t(`checks.reason-${one}`)}
            <kbd className="ml-auto text-ink-faint text-xs">{i + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <label className="mt-1 block">
        <span className="font-medium">{t('checks.note-label')}</span>
        <input
          data-note
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
          className={`${CONTROL} mt-0.5 h-8 text-sm`}
        />
      </label>
      {widely && (
        <label className="mt-1 block">
          <span className="font-medium">{t('checks.where')}</span>
          <select
            value={scope}
            onChange={(event) => setScope(DISMISSAL_SCOPES.find((one) => one === event.target.value) ?? 'place')}
            className={`${CONTROL} mt-0.5 h-8 text-sm`}
          >
            {DISMISSAL_SCOPES.map((one) => (
              <option key={one} value={one}>
                {t(`checks.scope-${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {trouble !== '' && (
        <p role="alert" className="mt-1 font-medium text-danger">
          {trouble}
        </p>
      )}
      <div className="mt-2 flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('checks.dismiss')}
        </Button>
      </div>
    </form>
  )
}
