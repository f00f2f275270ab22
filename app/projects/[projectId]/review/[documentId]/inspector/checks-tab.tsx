'use client'
/** What the checks find: in the present row as it is being typed, or in the whole document. */
import { CircleCheck, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { MOST_UNFOLDED } from '@/lib/finding/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { findingsOf, isHere } from '../state/findings'
import { type Shown, useRowFindings } from '../state/row-findings'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { FindingCard } from './finding-card'
import { FindingList } from './finding-list'
import { FormList } from './form-list'

const SCOPES = ['row', 'document', 'forms'] as const
const NAMES = { row: 'checks.here', document: 'checks.document', forms: 'checks.forms' } as const

export function ChecksTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const state = findingsOf(useScreen())
  const scope = useCell(state.scope)
  return (
    <div className="flex flex-col gap-3 text-sm">
      <fieldset className="inline-flex self-start rounded-md border border-line-strong p-0.5">
        <legend className="sr-only">{t('checks.scope-name')}</legend>
        {SCOPES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={scope === one}
            onClick={() => state.scope.set(one)}
            className="rounded-sm px-2 py-0.5 text-ink-soft aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
          >
            {t(NAMES[one])}
          </button>
        ))}
      </fieldset>
      {scope === 'row' ? <OfRow segment={segment} /> : scope === 'document' ? <FindingList /> : <FormList />}
      <Freshness />
    </div>
  )
}

/** Open ones first; of those no more than a person reads, unless they ask. */
function OfRow({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const { shown, zh, en } = useRowFindings(segment)
  const here = useCell(findingsOf(screen).here)
  const known = useCellAt(findingsOf(screen).byRow, segment.id) !== undefined
  const inRows = useCellPart(screen.settings, (settings) => settings.findings)
  const [all, setAll] = useState(false)
  const isAt = (one: Shown) => one.here !== null && isHere(here, one.here)
  const sorted = [...shown].sort((a, b) => Number(a.finding.dismissal !== null) - Number(b.finding.dismissal !== null))
  const few = all ? sorted : sorted.filter((one, i) => i < MOST_UNFOLDED || isAt(one))
  return (
    <>
      {shown.length === 0 && !known ? (
        <p className="text-ink-soft">{t('common.loading')}</p>
      ) : shown.length === 0 ? (
        <p className="flex items-start gap-2 text-ink-soft">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
          {t('checks.none-row')}
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {few.map((one, i) => (
            <FindingCard
              key={one.here ? `${one.here.key} ${one.here.nth}` : i}
              shown={one}
              texts={{ zh, en }}
              current={isAt(one)}
            />
          ))}
        </ul>
      )}
      {(all || few.length < sorted.length) && sorted.length > MOST_UNFOLDED && (
        <button type="button" className="link self-start" onClick={() => setAll(!all)}>
          {all ? t('checks.fewer') : t('checks.more', { count: sorted.length - few.length })}
        </button>
      )}
      <label className="flex items-center gap-2 border-line border-t pt-3 text-ink-soft">
        <input
          type="checkbox"
          checked={inRows}
          onChange={() => changeSettings(screen, { findings: !inRows })}
          className="size-4 shrink-0 accent-accent-solid"
        />
        {t('checks.in-rows')}
      </label>
    </>
  )
}

function Freshness() {
  const t = useTexts()
  const state = findingsOf(useScreen())
  const checkedAt = useCell(state.checkedAt)
  if (checkedAt === null) {
    return (
      <p role="status" className="flex items-center gap-2 text-ink-faint">
        <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
        {t('checks.never')}
      </p>
    )
  }
  return (
    <p className="text-ink-faint text-xs">
      {t('checks.checked-at')} <Time at={checkedAt} />
    </p>
  )
}
