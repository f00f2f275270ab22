'use client'
/** The words that are sought, how they are sought, and the way from one place to the next. */
import { CaseSensitive, ChevronDown, ChevronUp, Regex, Replace, WholeWord } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { LONGEST_QUERY } from '@/lib/bitext/search/query'
import { FIND_IN, type Filter } from '@/lib/view/filter'
import { useCell } from '../state/cell'
import { goToPlace, placeOf } from '../state/find'
import { useScreen } from '../state/use-screen'

/** Typing on shall not ask the server at every letter. */
const PAUSE = 250

type Part = { filter: Filter; change: (part: Partial<Filter>) => void }

export function FindField({ filter, change }: Part) {
  const t = useTexts()
  const screen = useScreen()
  const trouble = useCell(screen.findTrouble)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1 max-sm:contents">
      <Field filter={filter} change={change} />
      <Toggle
        on={filter.matchCase}
        label={t('find.match-case')}
        onClick={() => change({ matchCase: !filter.matchCase })}
      >
        <CaseSensitive aria-hidden />
      </Toggle>
      <Toggle
        on={filter.wholeWord}
        label={t('find.whole-word')}
        onClick={() => change({ wholeWord: !filter.wholeWord })}
      >
        <WholeWord aria-hidden />
      </Toggle>
      <Toggle on={filter.regex} label={t('find.regex')} onClick={() => change({ regex: !filter.regex })}>
        <Regex aria-hidden />
      </Toggle>
      <select
        aria-label={t('find.where')}
        value={filter.in}
        onChange={(event) => change({ in: FIND_IN.find((where) => where === event.target.value) ?? 'both' })}
        className="h-8 rounded-md border border-line-strong bg-surface px-1.5"
      >
        {FIND_IN.map((where) => (
          <option key={where} value={where}>
            {t(`find.in-${where}`)}
          </option>
        ))}
      </select>
      {trouble && (
        <span role="alert" className="text-danger">
          {trouble}
        </span>
      )}
      {filter.text !== '' && !trouble && <Places />}
      {filter.text !== '' && can(screen.review.me.role, 'segment.edit') && (
        <Button size="small" look="quiet" onClick={() => screen.asking.set({ what: 'replace' })}>
          <Replace aria-hidden />
          <span className="max-sm:sr-only">{t('find.replace')}</span>
        </Button>
      )}
    </span>
  )
}

function Places() {
  const t = useTexts()
  const screen = useScreen()
  const found = useCell(screen.found)
  useCell(screen.view)
  useCell(screen.hit)
  if (!found) return <span className="text-ink-soft">{t('review.seeking')}</span>
  const { place, places } = placeOf(screen)
  return (
    <span className="flex items-center gap-0.5">
      <span aria-live="polite" className="px-1 text-ink-soft tabular-nums">
        {place > 0 ? t('find.place-of', { place, places }) : t('find.places', { places })}
      </span>
      <IconButton size="small" label={t('find.previous')} disabled={places === 0} onClick={() => goToPlace(screen, -1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton size="small" label={t('find.next')} disabled={places === 0} onClick={() => goToPlace(screen, 1)}>
        <ChevronDown aria-hidden />
      </IconButton>
    </span>
  )
}

function Field({ filter, change }: Part) {
  const t = useTexts()
  const screen = useScreen()
  const [text, setText] = useState(filter.text)
  const field = useRef<HTMLInputElement>(null)
  const composing = useRef(false)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => setText(filter.text), [filter.text])
  useEffect(() => {
    if (text === screen.filter.get().text || composing.current) return
    const later = setTimeout(() => change({ text }), PAUSE)
    return () => clearTimeout(later)
  }, [screen, text, change])
  return (
    <input
      ref={field}
      type="search"
      value={text}
      maxLength={LONGEST_QUERY}
      aria-label={t('review.find-label')}
      placeholder={t('review.find-label')}
      data-find-field
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(event.currentTarget.value)
        change({ text: event.currentTarget.value })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isInputMethods(event)) return
        // The words as they stand now, even if the pause after the last letter is not over.
        if (text !== screen.filter.get().text) return change({ text })
        goToPlace(screen, event.shiftKey ? -1 : 1)
        // The row takes the focus it was given by the step; who steps on with Enter stays in the field.
        setTimeout(() => field.current?.focus(), 0)
      }}
      className="h-8 w-full min-w-40 rounded-md border border-line-strong bg-surface px-2.5 sm:w-56"
    />
  )
}

function Toggle({
  on,
  label,
  onClick,
  children,
}: {
  on: boolean
  label: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={onClick}
      className={cx(
        'inline-flex size-8 items-center justify-center rounded-md border [&_svg]:size-4',
        on ? 'border-accent bg-accent-soft text-accent' : 'border-transparent text-ink-soft hover:bg-hover',
      )}
    >
      {children}
    </button>
  )
}
