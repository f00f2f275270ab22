'use client'
/** All findings of the document, of the kind a person asks for; the way to each. */
import { CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { CONTROL } from '@/app/_ui/field'
import { sayFinding } from '@/app/_ui/say-finding'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell, useCellAt } from '../state/cell'
import { findingsOf, needFindings, needPlaces, type Wanted } from '../state/findings'
import { keysOf } from '../state/keys'
import { useScreen } from '../state/use-screen'
import { goToFinding, goToListed, isListedHere, type Listed, listWanted } from '../state/walk-findings'
import { SeverityIcon } from './finding-card'

/** What a person reads before they narrow it down. */
const PAGE = 100

export function FindingList() {
  const t = useTexts()
  const screen = useScreen()
  const state = findingsOf(screen)
  const wanted = useCell(state.wanted)
  const places = useCell(state.places)
  const outline = useCell(screen.outline)
  useCell(state.here)
  const left = useCell(state.left)
  const checkedAt = useCell(state.checkedAt)
  const [most, setMost] = useState(PAGE)
  const [failed, setFailed] = useState(false)
  const fetchPlaces = useCallback(async () => {
    setFailed(false)
    setFailed(!(await needPlaces(screen)))
  }, [screen])
  useEffect(() => void fetchPlaces(), [fetchPlaces])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made of what these stand for
  const list = useMemo(() => listWanted(screen), [screen, wanted, places, outline])
  const at = list.findIndex((one) => isListedHere(screen, one))
  const listed = useMemo(() => list.slice(0, Math.max(most, at + 1)), [list, most, at])
  useEffect(() => void needFindings(screen, [...new Set(listed.map(({ segmentId }) => segmentId))]), [screen, listed])
  const change = (part: Partial<Wanted>) => {
    state.wanted.set({ ...wanted, ...part })
    setMost(PAGE)
  }
  const any = list.length > 0 || wanted.check !== null || wanted.severity !== 'all' || wanted.dismissed
  if (failed) return <NotFetched again={() => void fetchPlaces()} />
  if (!places) return <p className="text-ink-soft">{t('common.loading')}</p>
  if (!any && checkedAt === null) return null
  return (
    <>
      <Narrowing wanted={wanted} change={change} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-ink-soft tabular-nums">
          {at < 0 ? t('checks.count', { count: list.length }) : t('checks.place', { at: at + 1, count: list.length })}
        </p>
        <span className="flex gap-1">
          <Button size="small" onClick={() => goToFinding(screen, -1)} title={keysOf('previous-finding').join(' ')}>
            {t('checks.previous')}
          </Button>
          <Button size="small" onClick={() => goToFinding(screen, 1)} title={keysOf('next-finding').join(' ')}>
            {t('checks.next')}
          </Button>
        </span>
      </div>
      {list.length === 0 && (
        <p className="flex items-start gap-2 text-ink-soft">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
          {t(wanted.check === null && wanted.severity === 'all' ? 'checks.none-document' : 'checks.none-of-filter')}
        </p>
      )}
      <ol className="flex flex-col">
        {listed.map((one, i) => (
          <Entry key={`${one.segmentId} ${one.nth}`} listed={one} current={i === at} />
        ))}
      </ol>
      {list.length > listed.length && (
        <Button size="small" className="self-start" onClick={() => setMost(listed.length + PAGE)}>
          {t('checks.show-more', { count: Math.min(PAGE, list.length - listed.length) })}
        </Button>
      )}
      {left > 0 && <p className="text-ink-faint">{t('checks.left', { count: left })}</p>}
    </>
  )
}

function NotFetched({ again }: { again: () => void }) {
  const t = useTexts()
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 text-ink-soft">
      {t('problems.offline')}
      <Button size="small" onClick={again}>
        {t('review.try-again')}
      </Button>
    </p>
  )
}

function Entry({ listed, current }: { listed: Listed; current: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const entry = useRef<HTMLLIElement>(null)
  const { segmentId, nth, row, check, severity, dismissed, raised } = listed
  const finding = useCellAt(findingsOf(screen).byRow, segmentId)?.[nth]
  useEffect(() => {
    if (current) entry.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li ref={entry} className="border-line border-b last:border-b-0">
      <button
        type="button"
        aria-current={current || undefined}
        title={t('checks.go', { row: row + 1 })}
        onClick={() => void goToListed(screen, listed)}
        className="flex w-full items-start gap-2 rounded-sm px-1 py-1.5 text-left hover:bg-hover aria-[current]:bg-accent-soft"
      >
        <span className="w-8 shrink-0 text-right text-ink-faint tabular-nums">{row + 1}</span>
        <SeverityIcon severity={severity} />
        <span className={`min-w-0 flex-1 ${dismissed ? 'text-ink-faint line-through' : ''}`}>
          {finding?.check === check ? sayFinding(t, finding) : t(`checks.name.${check}` as TextKey)}
          {raised && <span className="text-ink-faint"> · {t('checks.raised')}</span>}
        </span>
      </button>
    </li>
  )
}

function Narrowing({ wanted, change }: { wanted: Wanted; change: (part: Partial<Wanted>) => void }) {
  const t = useTexts()
  const screen = useScreen()
  const places = useCell(findingsOf(screen).places) ?? []
  const counts = new Map<string, number>()
  for (const { check, dismissed } of places)
    if (wanted.dismissed || !dismissed) counts.set(check, (counts.get(check) ?? 0) + 1)
  if (wanted.check !== null && !counts.has(wanted.check)) counts.set(wanted.check, 0)
  const checks = [...counts].sort((a, b) => b[1] - a[1])
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t('checks.check')}
        value={wanted.check ?? ''}
        onChange={(event) => change({ check: event.target.value || null })}
        className={`${CONTROL} !w-auto h-8 min-w-0 flex-1 text-sm`}
      >
        <option value="">{t('checks.any-check')}</option>
        {checks.map(([check, count]) => (
          <option key={check} value={check}>
            {t(`checks.name.${check}` as TextKey)} ({count})
          </option>
        ))}
      </select>
      <select
        aria-label={t('checks.severity')}
        value={wanted.severity}
        onChange={(event) => change({ severity: event.target.value === 'grave' ? 'grave' : 'all' })}
        className={`${CONTROL} !w-auto h-8 min-w-0 flex-1 text-sm`}
      >
        <option value="all">{t('checks.any-severity')}</option>
        <option value="grave">{t('checks.errors-and-warnings')}</option>
      </select>
      <label className="flex items-center gap-2 text-ink-soft">
        <input
          type="checkbox"
          checked={wanted.dismissed}
          onChange={() => change({ dismissed: !wanted.dismissed })}
          className="size-4 shrink-0 accent-accent-solid"
        />
        {t('checks.with-dismissed')}
      </label>
    </div>
  )
}
