import type { Metadata } from 'next'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { findResetLink } from '@/lib/auth/setup-link'
import { ResetForm } from './reset-form'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: it must not travel on in a Referer.
  return { title: (await getTexts())('auth.resetTitle'), referrer: 'no-referrer' }
}

export default async function ResetPage({ params }: { params: Promise<{ secret: string }> }) {
  const [t, { secret }] = await Promise.all([getTexts(), params])
  const person = await findResetLink(secret)
  if (!person)
    return (
      <>
        <h1 className="font-serif text-2xl">{t('auth.linkGoneTitle')}</h1>
        <p className="mt-2 mb-6 text-ink-soft">{t('auth.resetGoneBody')}</p>
        <ButtonLink href="/forgotten" look="primary" className="self-start">
          {t('auth.askAgain')}
        </ButtonLink>
      </>
    )
  return (
    <>
      <h1 className="font-serif text-2xl">{t('auth.resetTitle')}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t('auth.resetLead')}</p>
      <ResetForm secret={secret} email={person.email} />
    </>
  )
}
