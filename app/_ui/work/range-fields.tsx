'use client'
/** From which row to which: typed, or taken from a turn or heading. */
import { Field, Input, Select } from '../field'
import { useTexts } from '../texts/texts-provider'
import type { Rows } from './use-outline'

type Range = { from: string; to: string }

type RangeFieldsProps = {
  rows: Rows | 'failed' | null
  range: Range
  /** A document is chosen. */
  chosen: boolean
  onRange: (range: Range) => void
}

export function RangeFields({ rows, range, chosen, onRange }: RangeFieldsProps) {
  const t = useTexts()
  const known = rows === 'failed' ? null : rows
  const parts = known?.parts ?? []
  const part = parts.findIndex(({ from, to }) => `${from}` === range.from && `${to}` === range.to)
  const isWhole = known !== null && range.from === '1' && range.to === `${known.count}`
  function choose(value: string) {
    if (value === 'whole' && known) onRange({ from: '1', to: `${known.count}` })
    const chosenPart = parts[Number(value)]
    if (chosenPart) onRange({ from: `${chosenPart.from}`, to: `${chosenPart.to}` })
  }
  return (
    <>
      <Field label={t('assignment.section')} hint={t('assignment.sectionHint')} className="sm:col-span-2">
        {(field) => (
          <Select
            {...field}
            disabled={known === null}
            value={isWhole ? 'whole' : part >= 0 ? `${part}` : ''}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t('assignment.sectionOwn')}</option>
            <option value="whole">{t('assignment.sectionWhole')}</option>
            {parts.map(({ name, lang, from, to }, index) => (
              <option key={from} value={`${index}`} lang={lang}>
                {`${from}–${to}  ${name}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field
          key={end}
          label={t(end === 'from' ? 'assignment.fromRow' : 'assignment.toRow')}
          hint={end === 'from' && known ? t('assignment.rowsOf', { rows: known.count }) : undefined}
        >
          {(field) => (
            <Input
              {...field}
              type="number"
              inputMode="numeric"
              required
              min={1}
              max={known?.count}
              disabled={!chosen}
              value={range[end]}
              onChange={(event) => onRange({ ...range, [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}
