import type { Metadata } from 'next'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { findSetupLink } from '@/lib/auth/setup-link'
import { AccountForm } from '../../account-form'
import { completeSetupAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: it must not travel on in a Referer.
  return { title: (await getTexts())('auth.setUpTitle'), referrer: 'no-referrer' }
}

export default async function SetupPage({ params }: { params: Promise<{ secret: string }> }) {
  const [t, { secret }] = await Promise.all([getTexts(), params])
  const person = await findSetupLink(secret)
  if (!person)
    return (
      <>
        <h1 className="font-serif text-2xl">{t('auth.linkGoneTitle')}</h1>
        <p className="mt-2 mb-6 text-ink-soft">{t('auth.linkGoneBody')}</p>
        <ButtonLink href="/sign-in" look="primary" className="self-start">
          {t('auth.toSignIn')}
        </ButtonLink>
      </>
    )
  return (
    <>
      <h1 className="font-serif text-2xl">{t('auth.setUpTitle')}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t(person.email ? 'auth.setUpInvited' : 'auth.setUpAdministrator')}</p>
      <AccountForm secret={secret} name={person.name} email={person.email} make={completeSetupAction} />
    </>
  )
}
