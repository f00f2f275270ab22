'use client'
import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { ProviderButton } from '@/app/_ui/provider-button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { IdentityRow } from '@/lib/auth/identities'
import { partIdentityHere } from './actions'

/** `provider` is null once the workbench has none any more: what was joined can still be parted. */
export function IdentityList({ identities, provider }: { identities: IdentityRow[]; provider: string | null }) {
  const t = useTexts()
  const tell = useToast()
  const part = useAction(partIdentityHere)

  async function run(identityId: string) {
    if (await part.run({ identityId })) tell(t('common.saved'))
  }

  return (
    <>
      {part.failure && (
        <Note tone="danger" className="mb-3">
          {part.failure.message}
        </Note>
      )}
      {identities.length === 0 && provider && (
        <>
          <p className="mb-4 text-ink-soft">{t('auth.joinBody', { provider })}</p>
          <ProviderButton label={t('auth.join', { provider })} next="/account" />
        </>
      )}
      {identities.length > 0 && (
        <ul className="card divide-y divide-line">
          {identities.map(({ id, issuer, email, since }) => (
            <li key={id} className="flex items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="break-all font-medium">{email || issuer}</p>
                <p className="break-all text-ink-soft text-sm">
                  {issuer} · <Time at={since} show="day" />
                </p>
              </div>
              <Button size="small" onClick={() => run(id)} disabled={part.running}>
                {t('auth.part')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
