import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { findings } from '@/app/_ui/texts/en/findings'
import type { Translate } from '@/app/_ui/texts/translate'
import { CHECK_MESSAGES, type CheckMessageId, sayCheckMessage } from '@/lib/bitext/check'

type Said = { says: string; values: Record<string, string | number> }

/** A finding in the reader's language; one that is not translated yet in its own English. */
export function sayFinding(t: Translate, { says, values }: Said): string {
  if (says in findings) return t(`findings.${says}` as TextKey, values)
  return says in CHECK_MESSAGES ? sayCheckMessage(says as CheckMessageId, values) : says
}
