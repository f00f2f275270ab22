'use client'
import { Laptop, Smartphone } from 'lucide-react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { deviceOf } from '@/lib/auth/device'
import type { SessionRow } from '@/lib/auth/sessions'
import { endSessionHere } from './actions'

const HANDHELD = ['iPhone', 'Android', 'HarmonyOS']

/** Where one is signed in, each with a button that ends it. This one is ended by signing out. */
export function SessionList({ sessions }: { sessions: SessionRow[] }) {
  const t = useTexts()
  const tell = useToast()
  const end = useAction(endSessionHere)

  async function run(sessionId: string, device: string) {
    if (await end.run({ sessionId })) tell(t('auth.sessionEnded', { device }))
  }

  const nameOf = (userAgent: string) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser && system) return t('auth.browserOnSystem', { browser, system })
    return browser ?? system ?? t('auth.unknownDevice')
  }

  return (
    <>
      {end.failure && (
        <Note tone="danger" className="mb-3">
          {end.failure.message}
        </Note>
      )}
      <ul className="card mb-4 divide-y divide-line" aria-label={t('auth.sessions')}>
        {sessions.map(({ id, device, address, lastSeenAt, here }) => {
          const name = nameOf(device)
          const Icon = HANDHELD.includes(deviceOf(device).system ?? '') ? Smartphone : Laptop
          return (
            <li key={id} className="flex items-center gap-3 px-4 py-3">
              <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium">{name}</span>
                  {here && <Badge>{t('auth.thisSession')}</Badge>}
                </p>
                <p className="text-ink-soft text-sm">
                  <span className="break-all">{address}</span> · {t('auth.lastSeen')} <Time at={lastSeenAt} />
                </p>
              </div>
              {!here && (
                <Button
                  size="small"
                  onClick={() => run(id, name)}
                  disabled={end.running}
                  aria-label={t('auth.endSessionOf', { device: name })}
                >
                  {t('auth.endSession')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
