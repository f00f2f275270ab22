'use client'
/** Hands the language down to client components. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Locale } from '@/lib/auth/locales'
import { type Translate, translator } from './translate'

const LocaleContext = createContext<Locale>('en')

export function TextsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** `const t = useTexts()`, then `t('review.save')`. On the server: `await getTexts()`. */
export function useTexts(): Translate {
  const locale = useLocale()
  return useMemo(() => translator(locale), [locale])
}
