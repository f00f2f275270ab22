/** What an act is about, in the reader's language. An act of a concept that has no word here yet is called by its own. */

import type { getTexts } from '@/app/_server/texts'
import { audit } from '@/app/_ui/texts/en/audit'
import type { TextKey } from '../texts/dictionaries'

export function conceptName(t: Awaited<ReturnType<typeof getTexts>>, action: string): string {
  const concept = action.split('.')[0]
  return `concept.${concept}` in audit ? t(`audit.concept.${concept}` as TextKey) : concept
}
