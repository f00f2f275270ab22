'use client'
/** Before a name is taken away for good: what will happen, in figures, and the address typed out. For oneself, or by an administrator. */
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import type { Outcome } from '@/app/_server/outcome'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useConfirmed } from '@/app/_ui/use-confirmed'
import type { Farewell } from '@/lib/administration/preview-anonymising'

type FarewellDialogProps = {
  userId: string
  name: string
  /** Of one's own account it is spoken otherwise. */
  own?: boolean
  act: (input: { userId: string; typed: string }) => Promise<Outcome<{ number: number }>>
  onDone: (number: number) => void
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

export function FarewellDialog({ userId, name, own = false, act, onDone, onClose, returnFocus }: FarewellDialogProps) {
  const t = useTexts()
  const farewell = useFarewell(userId)
  const anonymise = useConfirmed(act, ({ number }) => onDone(number), !own)
  const [typed, setTyped] = useState('')
  const blocked = farewell === null || farewell.lastAdministrator || farewell.lastManagerOf.length > 0

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    anonymise.run({ userId, typed })
  }

  return (
    <>
      <Dialog
        open
        onOpenChange={onClose}
        returnFocus={returnFocus}
        width="medium"
        title={t(own ? 'farewell.ownTitle' : 'farewell.title', { name })}
        description={t(own ? 'farewell.ownLead' : 'farewell.lead')}
      >
        {farewell === null ? <p className="text-ink-soft">{t('common.loading')}</p> : <Consequences {...farewell} />}
        <form method="post" onSubmit={submit} noValidate className="mt-4 flex flex-col gap-4">
          {anonymise.failure && anonymise.failure.detail.field !== 'typed' && (
            <Note tone="danger">{anonymise.failure.message}</Note>
          )}
          {!blocked && (
            <Field
              label={t('farewell.type', { email: farewell.email })}
              error={anonymise.failure?.detail.field === 'typed' ? anonymise.failure.message : undefined}
            >
              {(parts) => (
                <Input
                  {...parts}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
              )}
            </Field>
          )}
          <DialogActions>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              type="submit"
              look="danger"
              disabled={blocked || anonymise.running || typed.trim().toLowerCase() !== farewell.email}
            >
              {t(own ? 'farewell.ownConfirm' : 'farewell.confirm')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {anonymise.question}
    </>
  )
}

function Consequences({ lastAdministrator, lastManagerOf, projects, work, mentions, editions }: Farewell) {
  const t = useTexts()
  if (lastAdministrator) return <Note tone="danger">{t('farewell.lastAdministrator')}</Note>
  if (lastManagerOf.length > 0)
    return <Note tone="danger">{t('farewell.lastManager', { projects: lastManagerOf.join(t('farewell.and')) })}</Note>
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      <li>{t('farewell.account')}</li>
      <li>{t('farewell.projects', { count: projects })}</li>
      {work > 0 && <li>{t('farewell.work', { count: work })}</li>}
      <li>{t('farewell.history')}</li>
      {mentions > 0 && <li>{t('farewell.mentions', { count: mentions })}</li>}
      <li>{t('farewell.log')}</li>
      <li>{t('farewell.editions', { count: editions })}</li>
      <li>{t('farewell.words')}</li>
      <li className="font-medium">{t('farewell.forGood')}</li>
    </ul>
  )
}

function useFarewell(userId: string): Farewell | null {
  const [farewell, setFarewell] = useState<Farewell | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    fetch(`/api/people/${userId}/farewell`, { signal: leaving.signal })
      .then(async (response) => response.ok && setFarewell((await response.json()) as Farewell))
      .catch(() => {})
    return () => leaving.abort()
  }, [userId])
  return farewell
}
