'use client'
import { Check, Copy } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import type { LinkPurpose } from '@/lib/auth/setup-link'

const PATHS = { setup: 'set-up', reset: 'reset', invitation: 'invitation' } as const

const SAYS = {
  setup: 'project.linkBody',
  reset: 'administration.resetLinkBody',
  invitation: 'invitation.linkBody',
} as const

const never = () => () => {}

/** The link itself, to be copied and handed over; it is not kept anywhere it could be shown from again. */
export function SetupLink({
  secret,
  name,
  purpose = 'setup',
}: {
  secret: string
  name: string
  purpose?: LinkPurpose | 'invitation'
}) {
  const t = useTexts()
  const tell = useToast()
  const [copied, setCopied] = useState(false)
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
  const link = `${origin}/${PATHS[purpose]}/${secret}`

  async function copy() {
    // Without a secure address browsers have no clipboard for pages.
    const done = await Promise.resolve(navigator.clipboard?.writeText(link).then(() => true)).catch(() => false)
    setCopied(done === true)
    if (!done) tell(t('common.copyFailed'), { failed: true })
  }

  return (
    <>
      <p className="mb-4 text-ink-soft">{t(SAYS[purpose], { name })}</p>
      <Field label={t(purpose === 'invitation' ? 'invitation.linkLabel' : 'project.linkLabel')}>
        {(parts) => (
          <div className="flex gap-2">
            <Input {...parts} readOnly value={link} className="text-sm" onFocus={(event) => event.target.select()} />
            <Button onClick={copy} className="!h-10">
              {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
              <span aria-live="polite">{t(copied ? 'common.copied' : 'common.copy')}</span>
            </Button>
          </div>
        )}
      </Field>
    </>
  )
}
