'use client'
/** Hands the language and its words down to client components. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Locale } from '@/lib/auth/locales'
import type { Dictionary } from './dictionaries'
import { type Translate, translator } from './translate'

type Texts = { locale: Locale; t: Translate }

const TextsContext = createContext<Texts | null>(null)

type Given = { locale: Locale; dictionary: Dictionary; children: ReactNode }

export function TextsProvider({ locale, dictionary, children }: Given) {
  const texts = useMemo(() => ({ locale, t: translator(locale, dictionary) }), [locale, dictionary])
  return <TextsContext value={texts}>{children}</TextsContext>
}

function useBoth(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('No language has been given to this part of the page.')
  return texts
}

export function useLocale(): Locale {
  return useBoth().locale
}

/** `const t = useTexts()`, then `t('review.save')`. On the server: `await getTexts()`. */
export function useTexts(): Translate {
  return useBoth().t
}
