/** Gives the message of a key in one language, with its values filled in. */
import { IntlMessageFormat } from 'intl-messageformat'
import { sayName } from '@/lib/auth/former-member'
import type { Locale } from '@/lib/auth/locales'
import type { Area, Dictionary, TextKey } from './dictionaries'

export type TextValues = Record<string, string | number | Date | boolean | null | undefined>

export type Translate = (key: TextKey, values?: TextValues) => string

const parsed = new Map<string, IntlMessageFormat>()

/** `dictionary`: the words of that language. */
export function translator(locale: Locale, dictionary: Dictionary): Translate {
  return (key, values) => {
    const dot = key.indexOf('.')
    const message = dictionary[key.slice(0, dot) as Area]?.[key.slice(dot + 1)]
    if (message === undefined) throw new Error(`No text "${key}" in ${locale}.`)
    if (!/[{'<]/.test(message)) return message
    const said = values && namesSaid(values, locale)
    if (isPlain(message, said)) return message.replace(/\{(\w+)\}/g, (_, name: string) => String(said?.[name] ?? ''))
    const id = `${locale} ${key}`
    const format = parsed.get(id) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    parsed.set(id, format)
    return String(format.format(said))
  }
}

/** Most messages only put words into their places: making a format for each would keep the first rows waiting. */
function isPlain(message: string, values: TextValues = {}): boolean {
  if (!/^(?:[^{}'<]|\{\w+\})*$/.test(message)) return false
  return [...message.matchAll(/\{(\w+)\}/g)].every(([, name]) => {
    const value = values[name!]
    return typeof value === 'string' || typeof value === 'number'
  })
}

/** Names among the values are said in the language of the text around them. */
function namesSaid(values: TextValues, locale: Locale): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? sayName(value, locale) : value]),
  )
}
