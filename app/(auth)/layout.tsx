/** Signing in and setting up: one card on paper, with the two texts of the mark beside it where there is room. */
import type { ReactNode } from 'react'
import { getTexts } from '../_server/texts'
import { getTheme } from '../_server/theme'
import { Mark } from '../_ui/mark'
import { LanguageMenu } from '../_ui/shell/language-menu'
import { ThemeMenu } from '../_ui/shell/theme-menu'
import { Specimen } from './specimen'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [t, theme] = await Promise.all([getTexts(), getTheme()])
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex flex-col px-5 py-5 sm:px-10">
        <div className="flex items-center gap-2.5">
          <Mark className="size-8" />
          <span className="font-semibold font-serif text-xl">{t('common.product')}</span>
          <span lang="zh-CN" className="font-serif-zh text-ink-soft text-lg">
            {t('common.productZh')}
          </span>
          <div className="ml-auto flex">
            <LanguageMenu />
            <ThemeMenu theme={theme} />
          </div>
        </div>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">{children}</div>
      </div>
      <Specimen />
    </div>
  )
}
