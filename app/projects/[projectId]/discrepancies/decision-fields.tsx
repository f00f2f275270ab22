'use client'
/** What is decided or proposed, why, and with what effect: of one note or of many. */
import { useId } from 'react'
import { Field, Radio, Select, Textarea } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type Decision, LEGAL_EFFECTS, type LegalEffect } from '@/lib/discrepancy/rules'

export type Decided = { decision: Decision | null; note: string; legalEffect: LegalEffect | null }

type DecisionFieldsProps = {
  value: Decided
  onChange: (value: Decided) => void
  options: readonly Decision[]
  /** A query to the issuer may be proposed by anyone, and decided by a manager. */
  mayAsk: boolean
  missing: boolean
}

export function DecisionFields({ value, onChange, options, mayAsk, missing }: DecisionFieldsProps) {
  const t = useTexts()
  const name = useId()
  return (
    <>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-sm">{t('discrepancy.decision')}</legend>
        {options.map((option) => {
          const refused = option === 'query-issuer' && !mayAsk
          return (
            <Radio
              key={option}
              name={name}
              className={refused ? 'opacity-70' : undefined}
              disabled={refused}
              checked={value.decision === option}
              onChange={() => onChange({ ...value, decision: option })}
              label={t(`discrepancy.decision.${option}`)}
              hint={refused ? t('discrepancy.managerOnly') : t(`discrepancy.decisionHint.${option}`)}
            />
          )
        })}
      </fieldset>
      {missing && value.decision === null && (
        <p role="alert" className="font-medium text-danger text-sm">
          {t('discrepancy.decisionMissing')}
        </p>
      )}
      <Field label={t('discrepancy.decisionNote')} hint={t('discrepancy.decisionNoteHint')}>
        {(parts) => (
          <Textarea
            {...parts}
            className="!min-h-16"
            maxLength={10_000}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('discrepancy.effect')} hint={t('discrepancy.effectHint')}>
        {(parts) => (
          <Select
            {...parts}
            value={value.legalEffect ?? ''}
            onChange={(event) =>
              onChange({ ...value, legalEffect: LEGAL_EFFECTS.find((one) => one === event.target.value) ?? null })
            }
          >
            <option value="">{t('discrepancy.effectNone')}</option>
            {LEGAL_EFFECTS.map((option) => (
              <option key={option} value={option}>
                {t(`discrepancy.legalEffect.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}
