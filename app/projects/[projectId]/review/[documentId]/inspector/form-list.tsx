'use client'
/**
 * One thing in several forms: each form with every place. The form chosen is shown in the places of the others before
 * anything is changed, and any place can be left out.
 */
import { CircleCheck } from 'lucide-react'
import { useCallback, useEffect, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { CONTROL } from '@/app/_ui/field'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import type { Cluster, Form, Place } from '@/lib/finding/clusters'
import type { Clusters } from '@/lib/finding/list-clusters'
import { keepForm } from '../actions'
import { attempt } from '../state/attempt'
import { useCell } from '../state/cell'
import { findingsOf } from '../state/findings'
import { getJson } from '../state/get-json'
import { refreshOutline } from '../state/load'
import { tellMany } from '../state/many'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

export function FormList() {
  const t = useTexts()
  const screen = useScreen()
  const stamp = useCell(findingsOf(screen).stamp)
  const [known, setKnown] = useState<Clusters | null>(null)
  const load = useCallback(async () => {
    const answer = await getJson<Clusters>(screen, 'findings/clusters')
    if (answer.ok) setKnown(answer.value)
    else screen.tell(answer.message, { failed: true })
  }, [screen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other findings, other clusters
  useEffect(() => void load(), [load, stamp])
  if (!known) return <p className="text-ink-soft">{t('common.loading')}</p>
  if (known.clusters.length === 0) {
    return (
      <p className="flex items-start gap-2 text-ink-soft">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
        {t('checks.forms-none')}
      </p>
    )
  }
  return (
    <>
      <p className="text-ink-soft">{t('checks.forms-intro')}</p>
      <ul className="flex flex-col gap-3">
        {known.clusters.map((cluster) => (
          <ClusterCard
            key={`${cluster.check} ${cluster.of} ${cluster.forms.map(({ words }) => words).join('|')}`}
            cluster={cluster}
            snapshot={known.snapshot}
            onDone={() => void load()}
          />
        ))}
      </ul>
    </>
  )
}

const nameOf = ({ segmentId, from }: Place) => `${segmentId}/${from}`

type CardProps = { cluster: Cluster; snapshot: string; onDone: () => void }

function ClusterCard({ cluster: { check, of, forms }, snapshot, onDone }: CardProps) {
  const t = useTexts()
  const screen = useScreen()
  const name = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const form = chosen === OWN ? own.trim() : chosen
  const mayEdit = can(screen.review.me.role, 'segment.edit')
  const places =
    form === null || form === ''
      ? []
      : forms.flatMap(({ words, places }) =>
          words === form
            ? []
            : places
                .filter((place) => !left.has(nameOf(place)))
                .map(({ segmentId, from }) => ({ segmentId, from, words })),
        )
  const apply = async () => {
    if (!form || places.length === 0) return
    const { projectId, documentId } = screen
    setBusy(true)
    const done = await attempt(screen, () => keepForm({ projectId, documentId, form, places, snapshot }))
    setBusy(false)
    if (!done) return
    await refreshOutline(screen, done.changed)
    const refused = done.refused.length > 0 ? ` ${t('checks.forms-refused', { count: done.refused.length })}` : ''
    tellMany(screen, t('checks.forms-done', { count: done.changed.length }) + refused, done.batchId)
    onDone()
  }
  const toggle = (place: Place) => {
    const next = new Set(left)
    if (!next.delete(nameOf(place))) next.add(nameOf(place))
    setLeft(next)
  }
  return (
    <li className="rounded-md border border-line bg-surface px-3 py-2">
      <fieldset>
        <legend className="sr-only">{of || forms[0]?.words}</legend>
        <p className="text-ink-faint text-xs">
          {t(`checks.name.${check}` as TextKey)}
          {of && <span lang={check === 'quoted-terms' ? 'zh-CN' : 'en'}> · {of}</span>}
        </p>
        {forms.map(({ words, places }, at) => (
          <div key={words} className="mt-1.5">
            <div className="flex items-baseline gap-2">
              {mayEdit && (
                <input
                  type="radio"
                  id={`${name}-${at}`}
                  name={name}
                  checked={chosen === words}
                  onChange={() => setChosen(words)}
                  className="mt-0.5 size-4 shrink-0 self-start accent-accent-solid"
                />
              )}
              <label htmlFor={`${name}-${at}`} lang="en" className="min-w-0 flex-1 font-medium">
                {words}
              </label>
              <span className="shrink-0 text-ink-faint text-xs tabular-nums">
                {t('checks.forms-places', { count: places.length })}
              </span>
            </div>
            <Places form={{ words, places }} to={form && form !== words ? form : null} left={left} onToggle={toggle} />
          </div>
        ))}
        {mayEdit && (
          <label className="mt-1.5 flex items-center gap-2">
            <input
              type="radio"
              name={name}
              aria-label={t('checks.forms-other')}
              checked={chosen === OWN}
              onChange={() => setChosen(OWN)}
              className="size-4 shrink-0 accent-accent-solid"
            />
            <input
              lang="en"
              aria-label={t('checks.forms-other-label')}
              placeholder={t('checks.forms-other')}
              value={own}
              maxLength={500}
              onFocus={() => setChosen(OWN)}
              onChange={(event) => setOwn(event.target.value)}
              className={`${CONTROL} h-8 text-sm`}
            />
          </label>
        )}
      </fieldset>
      {places.length > 0 && (
        <Button size="small" look="primary" className="mt-2" disabled={busy} onClick={() => void apply()}>
          {t('checks.forms-apply', { count: places.length })}
        </Button>
      )}
    </li>
  )
}

/** Stands for a form that is in no text yet; no form is empty. */
const OWN = ''

/** A usual form may stand in hundreds of places; the first tell what it is. */
const FEW = 3

type PlacesProps = { form: Form; to: string | null; left: ReadonlySet<string>; onToggle: (place: Place) => void }

function Places({ form: { words, places }, to, left, onToggle }: PlacesProps) {
  const t = useTexts()
  const screen = useScreen()
  const [all, setAll] = useState(false)
  const shown = all || to !== null ? places : places.slice(0, FEW)
  return (
    <ul className="pl-6 text-ink-soft text-xs">
      {shown.map((place) => {
        const before = place.context.slice(0, place.from - place.start)
        const after = place.context.slice(place.to - place.start)
        const taken = to !== null && !left.has(nameOf(place))
        return (
          <li key={nameOf(place)} className="flex items-start gap-1.5 py-0.5">
            {to !== null && (
              <input
                type="checkbox"
                aria-label={`${t('checks.forms-change')}: ${t('checks.go', { row: place.row + 1 })}`}
                checked={taken}
                onChange={() => onToggle(place)}
                className="mt-1 size-4 shrink-0 accent-accent-solid"
              />
            )}
            <button
              type="button"
              title={t('checks.go', { row: place.row + 1 })}
              onClick={() => goTo(screen, place.row, { editing: false })}
              className="link min-h-6 min-w-6 shrink-0 text-right tabular-nums"
            >
              {place.row + 1}
            </button>
            <span lang="en" className="min-w-0 flex-1 pt-1">
              {place.start > 0 && '… '}
              {before}
              {taken ? (
                <>
                  <del className="text-danger">{words}</del> <ins className="text-ok">{to}</ins>
                </>
              ) : (
                <mark className="rounded-sm bg-warn-soft text-ink">{words}</mark>
              )}
              {after}
              {place.cut && ' …'}
            </span>
          </li>
        )
      })}
      {shown.length < places.length && (
        <li>
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t('checks.more', { count: places.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  )
}
