'use client'
/** One person out of those who could do it, the suggestion first; those who may not are named with the reason. */
import type { Candidate } from '@/lib/assignment/candidates'
import { Button } from '../button'
import { Field, Select } from '../field'
import { useTexts } from '../texts/texts-provider'
import { candidateText, isBarred } from './candidate-text'

type MemberFieldProps = {
  candidates: readonly Candidate[]
  fourEyes: boolean
  memberId: string
  onChoose: (memberId: string) => void
  className?: string
}

export function MemberField({ candidates, fourEyes, memberId, onChoose, className }: MemberFieldProps) {
  const t = useTexts()
  const may = candidates.filter((candidate) => !isBarred(candidate, fourEyes))
  const mayNot = candidates.filter((candidate) => isBarred(candidate, fourEyes))
  const [suggested] = may
  return (
    <Field
      label={t('assignment.member')}
      className={className}
      hint={
        suggested &&
        memberId === '' && (
          <span className="inline-flex flex-wrap items-center gap-x-2">
            {t('assignment.suggested', { name: suggested.name })}
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
              {candidateText(t, candidate)}
            </option>
          ))}
          {mayNot.length > 0 && (
            <optgroup label={t('assignment.mayNot')}>
              {mayNot.map((candidate) => (
                <option key={candidate.memberId} value={candidate.memberId} disabled>
                  {candidateText(t, candidate)}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      )}
    </Field>
  )
}
