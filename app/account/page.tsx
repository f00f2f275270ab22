import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { ButtonLink } from '@/app/_ui/button'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { listAbsences } from '@/lib/absence/queries'
import { listIdentities } from '@/lib/auth/identities'
import { providerSettings } from '@/lib/auth/provider'
import { getSecondFactor } from '@/lib/auth/second-factor'
import { listSessions } from '@/lib/auth/sessions'
import { findZone } from '@/lib/notice/settings'
import { AbsenceList } from './absences/absence-list'
import { DeleteAccount } from './delete-account'
import { EndSessionsButton } from './end-sessions-button'
import { IdentityList } from './identity-list'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SecondFactor } from './second-factor/second-factor'
import { SessionList } from './session-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('auth.accountTitle') }
}

export default async function AccountPage() {
  const actor = await currentActor('/account')
  const [t, sessions, identities, factor, absences, zone] = await Promise.all([
    getTexts(),
    listSessions(actor),
    listIdentities(actor),
    getSecondFactor(actor),
    listAbsences(actor),
    findZone(actor),
  ])
  const provider = providerSettings()?.label ?? null
  return (
    <Page width="narrow">
      <PageHeader
        title={t('auth.accountTitle')}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <span className="break-all">{actor.email}</span>
            {actor.administrator && <Badge>{t('auth.administrator')}</Badge>}
          </span>
        }
      />
      <Section title={t('auth.profile')}>
        <NameForm name={actor.name} />
      </Section>
      <Section title={t('absence.section')}>
        <p className="mb-4 text-ink-soft">{t('absence.lead')}</p>
        <AbsenceList absences={absences} zone={zone} />
      </Section>
      <Section title={t('auth.passwordSection')}>
        <PasswordForm email={actor.email} />
      </Section>
      <Section title={t('auth.secondFactor')}>
        <SecondFactor state={factor} wanted={actor.waitsForSecondFactor === true} />
      </Section>
      {(provider || identities.length > 0) && (
        <Section title={t('auth.identities')}>
          <IdentityList identities={identities} provider={provider} />
        </Section>
      )}
      <Section title={t('auth.sessions')}>
        {sessions.length > 0 && <SessionList sessions={sessions} />}
        <p className="mb-4 text-ink-soft">{t('auth.sessionsBody')}</p>
        <EndSessionsButton />
      </Section>
      <Section title={t('administration.ownData')}>
        <p className="mb-4 text-ink-soft">{t('administration.ownDataBody')}</p>
        <ButtonLink prefetch={false} href={`/api/people/${actor.userId}/data`}>
          <Download aria-hidden />
          {t('administration.exportData')}
        </ButtonLink>
      </Section>
      <Section title={t('farewell.ownSection')}>
        <p className="mb-4 text-ink-soft">{t('farewell.ownBody')}</p>
        <DeleteAccount userId={actor.userId} name={actor.name} />
      </Section>
    </Page>
  )
}
