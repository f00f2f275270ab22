'use client'
/** After an import: what the document names itself and the register lacks can be taken in with one press. Never without being asked. */
import { BookUser, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { forgetImported, isJustImported } from '@/app/_ui/just-imported'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import type { ListedCandidate } from '@/lib/register/list-candidates'
import { takeFromDocument } from '../../../register/actions'
import { backToRow } from '../state/inspector'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'

const NAMED = 3

export function RegisterOffer() {
  const t = useTexts()
  const locale = useLocale()
  const screen = useScreen()
  const [offered, setOffered] = useState<readonly ListedCandidate[]>([])
  const { run, running, failure } = useAction(takeFromDocument, { refresh: false })
  useEffect(() => {
    let gone = false
    void lacking(screen).then((found) => !gone && setOffered(found))
    return () => {
      gone = true
    }
  }, [screen])
  if (offered.length === 0) return null
  const done = () => {
    forgetImported()
    setOffered([])
    backToRow(screen)
  }
  const take = async () => {
    const entries = offered.map(({ kind, zh, en, titles }) => ({ kind, zh, en, titles }))
    const taken = await run({ projectId: screen.projectId, documentId: screen.documentId, entries })
    if (!taken) return
    done()
    screen.tell(t('register.taken', taken.value))
  }
  const nameOf = ({ zh, en }: ListedCandidate) => (locale === 'en' ? (en[0] ?? zh[0]) : (zh[0] ?? en[0])) ?? ''
  const names = offered.slice(0, NAMED).map(nameOf).join(t('review.register-comma'))
  return (
    <section
      aria-label={t('review.register-offer-name')}
      className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-info-soft py-1 pr-10 pl-4 text-sm"
    >
      <BookUser aria-hidden className="size-4 shrink-0 text-info" />
      <p className="min-w-0 flex-1 basis-60">
        {t('review.register-offer', { names, more: Math.max(0, offered.length - NAMED) })}
        {failure && (
          <span role="alert" className="ml-2 text-danger">
            {failure.message}
          </span>
        )}
      </p>
      <Button size="small" disabled={running} onClick={() => void take()}>
        {t('review.register-take', { count: offered.length })}
      </Button>
      {/* Beside the first line, however many there are. */}
      <IconButton size="small" className="absolute top-1 right-1.5" label={t('common.dismiss')} onClick={done}>
        <X aria-hidden />
      </IconButton>
    </section>
  )
}

/** What the register would have new; nothing for whoever may not change it, and once the offer was answered. */
async function lacking({ projectId, documentId, review }: Screen): Promise<ListedCandidate[]> {
  if (!isJustImported(documentId) || !can(review.me.role, 'register.manage')) return []
  const response = await fetch(`/api/projects/${projectId}/register/candidates/${documentId}`).catch(() => null)
  if (!response?.ok) return []
  const candidates: ListedCandidate[] = await response.json()
  return candidates.filter(({ state }) => state === 'new')
}
