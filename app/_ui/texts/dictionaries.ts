/**
 * Every word of the interface, by language and area. The English file of an area gives its keys; the Chinese one
 * is typed by it, so a missing or superfluous key does not compile. Messages are ICU MessageFormat.
 */
import type { Locale } from '@/lib/auth/locales'
import * as en from './en'
import * as zhCN from './zh-CN'

export type Area = keyof typeof en

/** `area.key`, for instance `review.save`. */
export type TextKey = { [A in Area]: `${A}.${keyof (typeof en)[A] & string}` }[Area]

export type Dictionary = Record<Area, Record<string, string>>

/** For the server, which speaks both; a page of the browser is given one (texts-in-english.tsx, texts-in-chinese.tsx). */
export const DICTIONARIES: Record<Locale, Dictionary> = { en, 'zh-CN': zhCN }
