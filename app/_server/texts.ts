/** Which language to speak, and its words, on the server. In client components: `useTexts()`. */
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isLocale, type Locale, preferredLocale } from '@/lib/auth/locales'
import { DICTIONARIES } from '../_ui/texts/dictionaries'
import { type Translate, translator } from '../_ui/texts/translate'
import { findHolder } from './current-actor'

export const LOCALE_COOKIE = 'locale'

/** The person's setting; before sign-in what they chose here, else what their browser asks for. */
export const getLocale = cache(async (): Promise<Locale> => {
  const holder = await findHolder()
  if (holder) return holder.locale
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return preferredLocale((await headers()).get('accept-language') ?? '')
})

export async function getTexts(): Promise<Translate> {
  const locale = await getLocale()
  return translator(locale, DICTIONARIES[locale])
}
