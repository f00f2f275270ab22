import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { findCurrentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { Note } from '@/app/_ui/note'
import { ProviderButton } from '@/app/_ui/provider-button'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { ownPath } from '@/lib/auth/own-path'
import { providerSettings } from '@/lib/auth/provider'
import { canMail } from '@/lib/mail/settings'
import { SignInForm } from './sign-in-form'

type Asked = Record<'next' | 'after' | 'problem' | 'error' | 'callbackUrl', string | string[] | undefined>
type SignInPageProps = { searchParams: Promise<Partial<Asked>> }

const first = (value: string | string[] | undefined) => [value].flat()[0] ?? ''

const AFTER: Record<string, TextKey> = {
  password: 'auth.passwordChanged',
  everywhere: 'auth.signedOutEverywhere',
  deleted: 'farewell.gone',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('auth.signInTitle') }
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [t, actor, asked] = await Promise.all([getTexts(), findCurrentActor(), searchParams])
  const next = ownPath(first(asked.next))
  if (actor) redirect(next)
  const after = AFTER[first(asked.after)]
  const problem = problemOf(first(asked.problem), first(asked.error))
  const provider = providerSettings()
  return (
    <>
      <h1 className="font-serif text-2xl">{t('auth.signInTitle')}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t('common.tagline')}</p>
      {after && (
        <Note tone="ok" className="mb-5">
          {t(after)}
        </Note>
      )}
      {problem && (
        <Note tone="danger" className="mb-5">
          {t(problem)}
        </Note>
      )}
      {provider && (
        <>
          <ProviderButton size="large" label={t('auth.signInWith', { provider: provider.label })} next={next} />
          <p className="my-5 flex items-center gap-3 text-ink-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('auth.orPassword')}
          </p>
        </>
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

/** `problem` is our own word, `error` next-auth's: it went wrong on the way to the provider or back. */
function problemOf(problem: string, error: string): TextKey | null {
  if (problem === 'no-account' || problem === 'identity-taken') return `problems.${problem}`
  return error ? 'auth.providerFailed' : null
}
