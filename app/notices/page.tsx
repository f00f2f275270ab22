import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { getTexts } from '@/app/_server/texts'
import { EmptyState } from '@/app/_ui/empty-state'
import { Page, PageHeader, Section } from '@/app/_ui/page'
import { canMail } from '@/lib/mail/settings'
import { listNotices } from '@/lib/notice/queries'
import { getNoticeSettings } from '@/lib/notice/settings'
import { NoticeList } from './notice-list'
import { ReadAllButton } from './read-all-button'
import { SettingsForm } from './settings-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('notice.title') }
}

export default async function NoticesPage() {
  const actor = await currentActor('/notices')
  const [t, notices, settings] = await Promise.all([getTexts(), listNotices(actor), getNoticeSettings(actor)])
  const upTo = notices.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), '0')
  return (
    <Page width="narrow">
      <PageHeader
        title={t('notice.title')}
        lead={t('notice.lead')}
        actions={notices.some(({ read }) => !read) && <ReadAllButton upTo={upTo} />}
      />
      {notices.length === 0 ? (
        <EmptyState title={t('notice.none')}>{t('notice.noneBody')}</EmptyState>
      ) : (
        <NoticeList notices={notices} />
      )}
      <Section title={t(canMail() ? 'notice.byMail' : 'notice.zone')} className="mt-10">
        {!canMail() && <p className="mb-4 text-ink-soft">{t('notice.noMail')}</p>}
        <SettingsForm settings={settings} chosen={settings.chosen} mail={canMail()} />
      </Section>
    </Page>
  )
}
