'use client'
import { type KeyboardEvent, useId } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SEVERITIES, type Severity } from '@/lib/discrepancy/rules'

const LETTERS: Record<string, Severity> = { n: 'neutral', m: 'minor', j: 'major', c: 'critical' }

type SeverityFieldProps = {
  severity: Severity
  onChange: (severity: Severity, byDigit: boolean) => void
  onSave: () => void
}

/** 0–3 choose and raise; the letters n, m, j, c and arrow keys choose only, as in any group of radio buttons, and Enter raises. */
export function SeverityField({ severity, onChange, onSave }: SeverityFieldProps) {
  const t = useTexts()
  const name = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return onSave()
    }
    const digit = /^[0-3]$/.test(event.key)
    const wanted = digit ? SEVERITIES[Number(event.key)] : LETTERS[event.key.toLowerCase()]
    if (!wanted) return
    event.preventDefault()
    onChange(wanted, digit)
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)?.focus()
  }
  return (
    <fieldset className="mt-3" onKeyDown={onKeyDown}>
      <legend className="font-medium">{t('discrepancy.severity')}</legend>
      <div className="mt-1 grid grid-cols-2 gap-1 sm:grid-cols-4">
        {SEVERITIES.map((one, i) => (
          <label
            key={one}
            className="flex cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2 py-1 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={severity === one}
              onChange={() => onChange(one, false)}
              data-severity
              className="sr-only"
            />
            <span className="min-w-0 truncate">{t(`discrepancy.severity.${one}`)}</span>
            <kbd className="ml-auto text-ink-faint text-xs">{i}</kbd>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
