'use client'
/** The date by which work is due, and on whose clock. */
import { useMemo } from 'react'
import { isWholeDate, localIn, momentIn } from '@/lib/assignment/due'
import { Field, Input, Select } from '../field'
import { useTexts } from '../texts/texts-provider'
import { nameOfZone } from './due-time'

export type Due = { local: string; zone: string }

/** The moment, for the command; null where nothing is said. */
export function dueAtOf({ local, zone }: Due): string | null {
  return local === '' ? null : momentIn(zone, local).toISOString()
}

/** As far as it is typed: null also where the year is half there. For questions asked while somebody types. */
export function dueSoFar(due: Due): string | null {
  return isWholeDate(due.local) ? dueAtOf(due) : null
}

export function dueOf(dueAt: Date | string | null, zone: string): Due {
  return { local: dueAt === null ? '' : localIn(zone, new Date(dueAt)), zone }
}

/** A year of four digits: a browser lets six be typed unless a last day is named. */
const [FIRST, LAST] = ['2000-01-01T00:00', '9999-12-31T23:59']

export function DueFields({ due, onChange }: { due: Due; onChange: (due: Due) => void }) {
  const t = useTexts()
  const zones = useMemo(() => [...new Set([due.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])], [due.zone])
  return (
    <>
      <Field label={t('assignment.due')}>
        {(parts) => (
          <Input
            {...parts}
            type="datetime-local"
            min={FIRST}
            max={LAST}
            value={due.local}
            onChange={(event) => onChange({ ...due, local: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('assignment.zone')}>
        {(parts) => (
          // The zone says how what is typed is meant; the clock keeps showing what was typed.
          <Select {...parts} value={due.zone} onChange={(event) => onChange({ ...due, zone: event.target.value })}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {nameOfZone(zone)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}
