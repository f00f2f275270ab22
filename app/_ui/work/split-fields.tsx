'use client'
/** Several people among whom rows are split evenly, and who would get what. */
import type { Candidate } from '@/lib/assignment/candidates'
import type { Plan, PlannedPart } from '@/lib/assignment/plan-work'
import { Checkbox, Field, Select } from '../field'
import { Note } from '../note'
import { sayAllDays } from '../say-days'
import { Table, Td, Th } from '../table'
import { useLocale, useTexts } from '../texts/texts-provider'
import { candidateText, isBarred } from './candidate-text'
import { SplitAbsences } from './split-absences'

export type Split = { memberIds: string[]; unit: 'zh' | 'en' }

type SplitFieldsProps = { plan: Plan | null; split: Split; onChange: (split: Split) => void }

export function SplitFields({ plan, split, onChange }: SplitFieldsProps) {
  const t = useTexts()
  const { memberIds, unit } = split
  const toggle = (id: string) =>
    onChange({
      unit,
      memberIds: memberIds.includes(id) ? memberIds.filter((one) => one !== id) : [...memberIds, id],
    })
  return (
    <>
      <fieldset className="sm:col-span-2">
        <legend className="mb-2 font-medium text-sm">{t('assignment.among')}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {plan?.candidates.map((candidate) => (
            <Person
              key={candidate.memberId}
              candidate={candidate}
              chosen={memberIds.includes(candidate.memberId)}
              barred={isBarred({ ...candidate, ownRows: 0 }, plan.fourEyes)}
              onToggle={() => toggle(candidate.memberId)}
            />
          ))}
        </div>
      </fieldset>
      <Field label={t('assignment.splitBy')} className="sm:col-span-2">
        {(parts) => (
          <Select
            {...parts}
            value={unit}
            onChange={(event) => onChange({ memberIds, unit: event.target.value === 'en' ? 'en' : 'zh' })}
          >
            <option value="zh">{t('assignment.byCharacters')}</option>
            <option value="en">{t('assignment.byWords')}</option>
          </Select>
        )}
      </Field>
      {plan && memberIds.length > 0 && <Preview plan={plan} memberIds={memberIds} />}
    </>
  )
}

type PersonProps = { candidate: Candidate; chosen: boolean; barred: boolean; onToggle: () => void }

/** Four eyes are asked of each part, not of all rows: the part one gets may be another's work. */
function Person({ candidate, chosen, barred, onToggle }: PersonProps) {
  const t = useTexts()
  const locale = useLocale()
  const { name, may, load, presence } = candidate
  const open = load.assignments > 0 ? t('assignment.load', load) : t('assignment.loadNone')
  const days = sayAllDays(locale, presence.away)
  const hint = (
    <>
      {open}
      {days && <span className="block">{t('absence.away', { days })}</span>}
    </>
  )
  return (
    <Checkbox
      label={may ? name : candidateText(t, locale, candidate)}
      hint={may && hint}
      checked={chosen}
      disabled={barred}
      onChange={onToggle}
    />
  )
}

function Preview({ plan, memberIds }: { plan: Plan; memberIds: string[] }) {
  const t = useTexts()
  const nameOf = (id: string) => plan.candidates.find(({ memberId }) => memberId === id)?.name ?? ''
  const barred = plan.parts.filter(({ ownRows }) => ownRows > 0)
  return (
    <div className="sm:col-span-2" aria-live="polite">
      <Table label={t('assignment.preview')} className="text-sm">
        <thead>
          <tr>
            <Th className="!px-3 !py-1.5">{t('assignment.who')}</Th>
            <Th className="!px-3 !py-1.5">{t('assignment.rowsTitle')}</Th>
            <Th className="!px-3 !py-1.5 text-right">{t('assignment.characters')}</Th>
            <Th className="!px-3 !py-1.5 text-right">{t('assignment.words')}</Th>
          </tr>
        </thead>
        <tbody>
          {plan.parts.map((part) => (
            <tr key={part.memberId}>
              <Td className="!px-3 !py-1.5">{nameOf(part.memberId)}</Td>
              <Td className="!px-3 !py-1.5 tabular-nums">{rowsText(part)}</Td>
              <Td className="!px-3 !py-1.5 text-right tabular-nums">{part.zh}</Td>
              <Td className="!px-3 !py-1.5 text-right tabular-nums">{part.en}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <SplitAbsences plan={plan} memberIds={memberIds} />
      {barred.length > 0 && (
        <Note tone={plan.fourEyes ? 'danger' : 'warn'} className="mt-3">
          {barred.map(({ memberId, ownRows }) => (
            <p key={memberId}>{t('assignment.ownRows', { name: nameOf(memberId), count: ownRows })}</p>
          ))}
        </Note>
      )}
    </div>
  )
}

/** More stretches than this are only counted. */
const NAMED = 4

function rowsText({ ranges, rows }: PlannedPart): string {
  const named = ranges
    .slice(0, NAMED)
    .map(({ fromRow, toRow }) => (fromRow === toRow ? `${fromRow}` : `${fromRow}–${toRow}`))
  return `${named.join(', ')}${ranges.length > NAMED ? ' …' : ''} (${rows})`
}
