import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { findings } from '@/app/_ui/texts/en/findings'
import type { Translate } from '@/app/_ui/texts/translate'
import type { Finding } from '@/lib/bitext/check'

/** A finding in the reader's language; one that is not translated yet in its own English. */
export function sayFinding(t: Translate, { id, message, values }: Finding): string {
  return id in findings ? t(`findings.${id}` as TextKey, values) : message
}
