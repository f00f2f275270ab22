/** Says what a check or an intake noticed in the reader's language; English where a notice is newer than its translation. */
import type { Notice } from '@/lib/bitext/text'
import { findings } from './en/findings'
import type { Translate } from './translate'

export function sayNotice(t: Translate, { id, message, values }: Notice): string {
  return isKnown(id) ? t(`findings.${id}`, values) : message
}

function isKnown(id: string): id is keyof typeof findings & string {
  return Object.hasOwn(findings, id)
}
