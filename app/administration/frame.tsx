/** The frame of the administration's pages: their title, and the way to the others. */
import type { ReactNode } from 'react'
import { getTexts } from '@/app/_server/texts'
import { Page, PageHeader } from '@/app/_ui/page'
import { PlaceNav } from './place-nav'

export async function Frame({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const t = await getTexts()
  return (
    <Page width="wide">
      <p className="text-ink-faint text-sm">{t('administration.title')}</p>
      <PageHeader title={title} lead={lead} actions={actions} className="!mb-4" />
      <PlaceNav />
      {children}
    </Page>
  )
}
