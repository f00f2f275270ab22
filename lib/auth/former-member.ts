/**
 * What a person is called once they have been forgotten: a number, and no name. It is kept as English with a no-break space, which
 * nobody types, so that every place that shows a name can say it in its reader's language, and one that does not still reads well.
 */
import type { Locale } from './locales'

const FORMER = /^Former member\u00A0(\d+)$/

const SAID: Record<Locale, (number: string) => string> = {
  en: (number) => `Former member\u00A0${number}`,
  'zh-CN': (number) => `前成员\u00A0${number}`,
}

export function formerName(number: number): string {
  return SAID.en(String(number))
}

/** In either language and with any space. */
const TYPED = /^(?:Former member|前成员)\s*(\d+)$/iu

/** Who calls themselves so would be taken for one of them. */
export function readsAsFormer(name: string): boolean {
  return TYPED.test(name.trim())
}

/** What somebody looks for by name, as it is kept. */
export function soughtName(typed: string): string {
  const number = TYPED.exec(typed.trim())?.[1]
  return number === undefined ? typed : SAID.en(number)
}

/** Any name as it is shown to a reader of this language. */
export function sayName(name: string, locale: Locale): string {
  const number = FORMER.exec(name)?.[1]
  return number === undefined ? name : SAID[locale](number)
}
