'use client'
/** One person out of those who could do it, the suggestion first; those who may not are named with the reason. */
import { isAbsent } from '@/lib/absence/rules'
import type { Candidate } from '@/lib/assignment/candidates'
import { Button } from '../button'
import { Field, Select } from '../field'
import { Note } from '../note'
import { useLocale, useTexts } from '../texts/texts-provider'
import { absenceText, candidateText, isBarred } from './candidate-text'

type MemberFieldProps = {
  candidates: readonly Candidate[]
  fourEyes: boolean
  memberId: string
  onChoose: (memberId: string) => void
  className?: string
}

export function MemberField({ candidates, fourEyes, memberId, onChoose, className }: MemberFieldProps) {
  const t = useTexts()
  const locale = useLocale()
  const may = candidates.filter((candidate) => !isBarred(candidate, fourEyes))
  const mayNot = candidates.filter((candidate) => isBarred(candidate, fourEyes))
  const suggested = may.find(({ presence }) => !isAbsent(presence))
  const chosen = may.find((candidate) => candidate.memberId === memberId)
  const warning = chosen && absenceText(t, locale, chosen)
  // Who has the least to do may be the one who is passed over.
  const says = may.some(({ presence }) => presence.away.length > 0) ? 'absence.suggested' : 'assignment.suggested'
  return (
    <div className={className}>
      <Field
        label={t('assignment.member')}
        hint={
          suggested &&
          memberId === '' && (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              {t(says, { name: suggested.name })}
              <Button look="quiet" size="small" onClick={() => onChoose(suggested.memberId)}>
                {t('assignment.takeSuggestion')}
              </Button>
            </span>
          )
        }
      >
        {(parts) => (
          <Select {...parts} required value={memberId} onChange={(event) => onChoose(event.target.value)}>
            <option value="">{t('assignment.chooseMember')}</option>
            {may.map((candidate) => (
              <option key={candidate.memberId} value={candidate.memberId}>
                {candidateText(t, locale, candidate)}
              </option>
            ))}
            {mayNot.length > 0 && (
              <optgroup label={t('assignment.mayNot')}>
                {mayNot.map((candidate) => (
                  <option key={candidate.memberId} value={candidate.memberId} disabled>
                    {candidateText(t, locale, candidate)}
                  </option>
                ))}
              </optgroup>
            )}
          </Select>
        )}
      </Field>
      <div aria-live="polite">
        {warning && (
          <Note tone="warn" className="mt-2">
            {warning}
          </Note>
        )}
      </div>
    </div>
  )
}
