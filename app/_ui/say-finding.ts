import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { findings } from '@/app/_ui/texts/en/findings'
import type { Translate } from '@/app/_ui/texts/translate'

type Said = { says: string; values: Record<string, string | number> }

/** A finding in the reader's language; one kept by an older version, whose words are gone, by its bare id. */
export function sayFinding(t: Translate, { says, values }: Said): string {
  return says in findings ? t(`findings.${says}` as TextKey, values) : says
}
