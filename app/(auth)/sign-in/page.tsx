import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { findCurrentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { Note } from '@/app/_ui/note'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { ownPath } from '@/lib/auth/own-path'
import { canMail } from '@/lib/mail/settings'
import { SignInForm } from './sign-in-form'

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; after?: string | string[] }> }

const AFTER: Record<string, TextKey> = {
  password: 'auth.passwordChanged',
  everywhere: 'auth.signedOutEverywhere',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('auth.signInTitle') }
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [t, actor, asked] = await Promise.all([getTexts(), findCurrentActor(), searchParams])
  const next = ownPath([asked.next].flat()[0])
  if (actor) redirect(next)
  const after = AFTER[[asked.after].flat()[0] ?? '']
  return (
    <>
      <h1 className="font-serif text-2xl">{t('auth.signInTitle')}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t('common.tagline')}</p>
      {after && (
        <Note tone="ok" className="mb-5">
          {t(after)}
        </Note>
      )}
      <SignInForm next={next} />
      {canMail() ? (
        <Link href="/forgotten" className="link mt-6 self-start text-sm">
          {t('auth.forgottenTitle')}
        </Link>
      ) : (
        <p className="mt-6 text-ink-faint text-sm">{t('auth.forgotten')}</p>
      )}
    </>
  )
}
