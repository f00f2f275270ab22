import type { Metadata } from 'next'
import { findCurrentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { findInvitation } from '@/lib/auth/invitation'
import { AccountForm } from '../../account-form'
import { AcceptButton } from './accept-button'
import { acceptAsNewcomerHere } from './actions'
import { OtherAccount } from './other-account'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: it must not travel on in a Referer.
  return { title: (await getTexts())('invitation.title'), referrer: 'no-referrer' }
}

/** Says the same to everybody who is not signed in: whether the address has an account is not told. */
export default async function InvitationPage({ params }: { params: Promise<{ secret: string }> }) {
  const [t, actor, { secret }] = await Promise.all([getTexts(), findCurrentActor(), params])
  const invitation = await findInvitation(secret)
  if (!invitation)
    return (
      <>
        <h1 className="font-serif text-2xl">{t('auth.linkGoneTitle')}</h1>
        <p className="mt-2 mb-6 text-ink-soft">{t('auth.linkGoneBody')}</p>
        <ButtonLink href={actor ? '/' : '/sign-in'} look="primary" className="self-start">
          {t(actor ? 'common.goHome' : 'auth.toSignIn')}
        </ButtonLink>
      </>
    )
  const { project, by, role, email, name } = invitation
  const here = `/invitation/${secret}`
  return (
    <>
      <h1 className="font-serif text-2xl">{t('invitation.to', { project })}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t('invitation.says', { by, role: t(ROLE_NAMES[role]) })}</p>
      {actor?.email === email && <AcceptButton secret={secret} name={actor.name} />}
      {actor && actor.email !== email && <OtherAccount email={email} own={actor.email} here={here} />}
      {!actor && (
        <>
          <p className="mb-5 flex flex-wrap items-baseline gap-x-3 gap-y-2">
            {t('invitation.known')}
            <ButtonLink href={`/sign-in?next=${encodeURIComponent(here)}`}>{t('invitation.signIn')}</ButtonLink>
          </p>
          <h2 className="mb-4 border-line border-t pt-5 text-lg">{t('invitation.newHere')}</h2>
          <AccountForm secret={secret} name={name} email={email} make={acceptAsNewcomerHere} />
        </>
      )}
    </>
  )
}
