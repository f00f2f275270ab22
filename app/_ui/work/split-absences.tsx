'use client'
/** Who of those that share the work is away, and what that means for the parts. */
import { isAbsent } from '@/lib/absence/rules'
import type { Candidate } from '@/lib/assignment/candidates'
import type { Plan } from '@/lib/assignment/plan-work'
import { Note } from '../note'
import { sayAllDays } from '../say-days'
import { useLocale, useTexts } from '../texts/texts-provider'

export function SplitAbsences({ plan, memberIds }: { plan: Plan; memberIds: readonly string[] }) {
  const t = useTexts()
  const locale = useLocale()
  const chosen = plan.candidates.filter(({ memberId }) => memberIds.includes(memberId))
  const away = chosen.filter(({ presence }) => presence.share < 1 || presence.awayWhenDue)
  if (away.length === 0) return null
  const all = chosen.every(({ presence }) => isAbsent(presence))
  const textOf = ({ name, presence }: Candidate) => {
    const values = { name, days: sayAllDays(locale, presence.away) }
    if (isAbsent(presence) && !all) return t('absence.noPart', values)
    return presence.awayWhenDue ? t('absence.whenDue', values) : t('absence.partly', values)
  }
  return (
    <Note tone={away.some(({ presence }) => presence.awayWhenDue) ? 'warn' : 'info'} className="mt-3">
      <p>{t(all ? 'absence.allAbsent' : 'absence.parts')}</p>
      {away.map((candidate) => (
        <p key={candidate.memberId}>{textOf(candidate)}</p>
      ))}
    </Note>
  )
}
