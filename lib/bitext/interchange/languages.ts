/** Which side a language tag (BCP 47, or an older spelling such as zh_CN or EN-US) belongs to. */
import type { Side } from '../text'

/** What we write. */
export const LANGUAGE_TAGS: Record<Side, string> = { zh: 'zh-CN', en: 'en' }

const SIDE_BY_LANGUAGE: Record<string, Side> = {
  zh: 'zh',
  zho: 'zh',
  chi: 'zh',
  cmn: 'zh',
  en: 'en',
  eng: 'en',
}

const SIMPLIFIED = /-(?:hans|cn|sg)\b/
const TRADITIONAL = /-(?:hant|tw|hk|mo)\b/

export function sideOfLanguage(tag: string): Side | null {
  const [language = ''] = plain(tag).split('-')
  return SIDE_BY_LANGUAGE[language] ?? null
}

/** Of several Chinese variants the Simplified is wanted first, an unnamed one next; English variants are alike. */
export function preference(tag: string): number {
  if (SIMPLIFIED.test(plain(tag))) return 0
  return TRADITIONAL.test(plain(tag)) ? 2 : 1
}

function plain(tag: string): string {
  return tag.trim().toLowerCase().replaceAll('_', '-')
}
