/** The head of every page once signed in. Its height is `--header-height` in globals.css. */
import { getTexts } from '@/app/_server/texts'
import { getTheme } from '@/app/_server/theme'
import type { Actor } from '@/lib/auth/actor'
import { countNotices } from '@/lib/notice/queries'
import { listProjectNames } from '@/lib/project/queries'
import { Mark } from '../mark'
import { AccountMenu } from './account-menu'
import { LanguageMenu } from './language-menu'
import { NoticeBell } from './notice-bell'
import { PlaceLink } from './place-link'
import { PlacesMenu } from './places-menu'
import { ProjectNav } from './project-nav'
import { ProjectSwitcher } from './project-switcher'
import { ThemeMenu } from './theme-menu'

export async function Header({ actor }: { actor: Actor }) {
  const [t, theme, projects, { unread }] = await Promise.all([
    getTexts(),
    getTheme(),
    listProjectNames(actor),
    countNotices(actor),
  ])
  return (
    <header className="sticky top-0 z-30 border-line [@media(max-height:35rem)]:static border-b bg-surface">
      <div className="flex min-h-(--header-height) flex-wrap items-center gap-x-2 px-4 sm:px-6 xl:flex-nowrap">
        {/* Where all stands in one line, a long name of a project gives way first. */}
        <div className="flex h-14 min-w-0 flex-1 items-center gap-2 xl:flex-initial [@media(max-height:35rem)]:h-10">
          <PlaceLink
            href="/"
            aria-label={`${t('common.product')} ${t('common.productZh')} – ${t('common.home')}`}
            className="flex shrink-0 items-center gap-2.5 rounded-md"
          >
            <Mark className="size-7" />
            <span className="hidden font-semibold font-serif text-lg sm:inline">{t('common.product')}</span>
            <span lang="zh-CN" className="hidden font-serif-zh text-ink-soft md:inline">
              {t('common.productZh')}
            </span>
          </PlaceLink>
          <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />
          <ProjectSwitcher projects={projects.map(({ id, name }) => ({ id, name }))} />
          <PlacesMenu projectIds={projects.map(({ id }) => id)} />
        </div>
        <ProjectNav projectIds={projects.map(({ id }) => id)} />
        <div className="ml-auto flex h-14 shrink-0 items-center [@media(max-height:35rem)]:h-10">
          <NoticeBell unread={unread} />
          <LanguageMenu />
          <ThemeMenu theme={theme} />
          <AccountMenu name={actor.name} email={actor.email} administrator={actor.administrator} />
        </div>
      </div>
    </header>
  )
}
