import type { Metadata } from 'next'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { canMail } from '@/lib/mail/settings'
import { ForgottenForm } from './forgotten-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('auth.forgottenTitle') }
}

export default async function ForgottenPage() {
  const t = await getTexts()
  const mail = canMail()
  return (
    <>
      <h1 className="font-serif text-2xl">{t('auth.forgottenTitle')}</h1>
      <p className="mt-1 mb-7 text-ink-soft">{t(mail ? 'auth.forgottenLead' : 'auth.forgotten')}</p>
      {mail && <ForgottenForm />}
      <Link href="/sign-in" className="link mt-6 self-start text-sm">
        {t('auth.toSignIn')}
      </Link>
    </>
  )
}
