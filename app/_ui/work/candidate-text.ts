/** A person among those work could be given to, in one line. */
import { isAbsent } from '@/lib/absence/rules'
import type { Candidate } from '@/lib/assignment/candidates'
import type { Locale } from '@/lib/auth/locales'
import { sayAllDays } from '../say-days'
import type { Translate } from '../texts/translate'

export function isBarred({ may, ownRows }: Candidate, fourEyes: boolean): boolean {
  return !may || (fourEyes && ownRows > 0)
}

/** Why not, where something speaks against them; else how much they have already, and when they are away. */
export function candidateText(t: Translate, locale: Locale, candidate: Candidate): string {
  const { name, may, ownRows, load, presence } = candidate
  if (!may) return t('assignment.mayNotRole', { name })
  if (ownRows > 0) return t('assignment.ownRows', { name, count: ownRows })
  const text =
    load.assignments === 0
      ? t('assignment.hasNothing', { name })
      : t('assignment.hasLoad', { name, zh: load.zh, en: load.en })
  const { away } = presence
  return away.length > 0 ? t('absence.ofCandidate', { text, days: sayAllDays(locale, away) }) : text
}

/** What is to be said before work goes to somebody who will not be there for it; null for everybody else. */
export function absenceText(t: Translate, locale: Locale, { name, presence }: Candidate): string | null {
  const days = sayAllDays(locale, presence.away)
  if (isAbsent(presence)) return t('absence.absent', { name, days })
  return presence.awayWhenDue ? t('absence.whenDue', { name, days }) : null
}
