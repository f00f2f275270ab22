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

export const DICTIONARIES: Record<Locale, Record<Area, Record<string, string>>> = { en, 'zh-CN': zhCN }
