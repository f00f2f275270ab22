import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { findCurrentActor } from './_server/current-actor'
import { getLocale, getTexts } from './_server/texts'
import { getTheme } from './_server/theme'
import { Header } from './_ui/shell/header'
import { TextsInChinese } from './_ui/texts/texts-in-chinese'
import { TextsInEnglish } from './_ui/texts/texts-in-english'
import { ToastProvider } from './_ui/toast'
import { TooltipProvider } from './_ui/tooltip'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTexts()
  const name = `${t('common.product')} ${t('common.productZh')}`
  return { title: { default: name, template: `%s – ${name}` }, description: t('common.tagline'), robots: 'noindex' }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf9' },
    { media: '(prefers-color-scheme: dark)', color: '#221f1c' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, actor, t] = await Promise.all([getLocale(), getTheme(), findCurrentActor(), getTexts()])
  const Texts = locale === 'en' ? TextsInEnglish : TextsInChinese
  return (
    // The theme menu changes data-theme before React hears of it.
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>
        <Texts>
          <TooltipProvider>
            <ToastProvider>
              <a
                href="#content"
                className="sr-only rounded-md bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
              >
                {t('common.skip')}
              </a>
              {actor && <Header actor={actor} />}
              <main id="content" tabIndex={-1} className="outline-none">
                {children}
              </main>
            </ToastProvider>
          </TooltipProvider>
        </Texts>
      </body>
    </html>
  )
}
