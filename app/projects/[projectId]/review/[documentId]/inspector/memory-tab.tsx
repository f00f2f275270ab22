'use client'
/** The project's memory: what rows like this one were given, or every row with the words a person looks for. */
import { Search, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { CONTROL } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { LONGEST_SOUGHT } from '@/lib/memory/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell } from '../state/cell'
import { ariaKeys, keysOf } from '../state/keys'
import { endSearch, memoryOf, searchWords } from '../state/memory'
import { useMatches } from '../state/use-matches'
import { useScreen } from '../state/use-screen'
import { MatchCard } from './match-card'
import { OccurrenceList } from './occurrence-list'

export function MemoryTab({ segment }: { segment: SegmentRow }) {
  const screen = useScreen()
  const search = useCell(memoryOf(screen).search)
  return (
    <div className="flex flex-col gap-3 text-sm">
      <SearchField />
      {search ? <OccurrenceList search={search} /> : <MatchList segment={segment} />}
    </div>
  )
}

function SearchField() {
  const t = useTexts()
  const screen = useScreen()
  const memory = memoryOf(screen)
  const { search, fieldWanted } = memory
  const sought = useCell(search)
  const wanted = useCell(fieldWanted)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(sought?.words ?? '')
  useEffect(() => setTyped(sought?.words ?? ''), [sought?.words])
  useEffect(() => {
    if (memory.fieldDone === wanted) return
    memory.fieldDone = wanted
    field.current?.select()
    field.current?.focus()
  }, [memory, wanted])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const words = typed.trim()
    if (words === '') endSearch(screen)
    else void searchWords(screen, words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isInputMethods(event) || (typed === '' && !sought)) return
    event.preventDefault()
    event.stopPropagation()
    setTyped('')
    endSearch(screen)
  }
  return (
    <search>
      <form onSubmit={submit} className="flex items-center gap-1">
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2 size-4 text-ink-faint"
          />
          <input
            ref={field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            maxLength={LONGEST_SOUGHT}
            aria-label={t('memory.search-label')}
            aria-keyshortcuts={ariaKeys('search-memory')}
            title={keysOf('search-memory').join(' ')}
            placeholder={t('memory.search-placeholder')}
            autoComplete="off"
            spellCheck={false}
            className={cx(CONTROL, 'h-8 !pl-8 text-sm')}
          />
        </div>
        <Button size="small" type="submit">
          {t('memory.search')}
        </Button>
        {sought && (
          <IconButton size="small" label={t('memory.search-clear')} onClick={() => endSearch(screen)}>
            <X aria-hidden />
          </IconButton>
        )}
      </form>
    </search>
  )
}

function MatchList({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const { answer, failed, reload } = useMatches(segment)
  if (failed !== null) {
    return (
      <p role="alert" className="text-danger">
        {failed}{' '}
        <button type="button" className="link" onClick={reload}>
          {t('memory.retry')}
        </button>
      </p>
    )
  }
  if (!answer) return <p className="text-ink-soft">{t('common.loading')}</p>
  if (answer.matches.length === 0) {
    return <p className="text-ink-soft">{t(answer.source.trim() === '' ? 'memory.none-empty' : 'memory.none')}</p>
  }
  return (
    <section aria-label={t('memory.matches')}>
      {answer.matches.some(({ alike }) => alike < 100) && (
        <p className="mb-2 text-ink-faint text-xs">{t('memory.difference')}</p>
      )}
      <ol className="flex flex-col gap-2">
        {answer.matches.map((match, at) => (
          <MatchCard key={match.segmentId} number={at} answer={answer} segment={segment} />
        ))}
      </ol>
    </section>
  )
}
