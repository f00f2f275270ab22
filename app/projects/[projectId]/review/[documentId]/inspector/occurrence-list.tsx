'use client'
import { useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { literalSearch } from '@/lib/bitext/search/literal'
import { findTerms } from '@/lib/bitext/terms/find-terms'
import { otherSide, SIDES, type Side, type Span } from '@/lib/bitext/text'
import type { Occurrence, Occurrences } from '@/lib/memory/search-memory'
import { LANG } from '../grid/lang'
import { useCell } from '../state/cell'
import { cutAtMarks } from '../state/marks'
import { type Asked, searchWords } from '../state/memory'
import { termsOf } from '../state/terms'
import { useScreen } from '../state/use-screen'
import { OriginLine } from './origin-line'

/** The rows with the words, these marked; on the other side the terms the termbase has for them. */
export function OccurrenceList({ search }: { search: Asked<{ side: Side; words: string }, Occurrences> }) {
  const t = useTexts()
  const screen = useScreen()
  const { side, words, answer, failed } = search
  const placesIn = usePlaces(side, words)
  if (failed !== null) {
    return (
      <p role="alert" className="text-danger">
        {failed}{' '}
        <button type="button" className="link" onClick={() => void searchWords(screen, words, side)}>
          {t('memory.retry')}
        </button>
      </p>
    )
  }
  if (!answer) return <p className="text-ink-soft">{t('common.loading')}</p>
  const count = answer.rows.length
  const says = answer.more ? 'memory.found-more' : count === 0 ? 'memory.found-none' : 'memory.found'
  return (
    <>
      <p role="status" className="text-ink-soft">
        {t(says, { count, words })}
      </p>
      <ol className="flex flex-col gap-2">
        {answer.rows.map((row) => (
          <li key={row.segmentId} className="rounded-md border border-line bg-surface px-3 py-2">
            {SIDES.map((one) => (
              <p key={one} lang={LANG[one]} className="document-text mb-1 !text-[0.9375rem]">
                <Highlighted text={row[one]} places={placesIn(row, one)} />
              </p>
            ))}
            <OriginLine origin={row} />
          </li>
        ))}
      </ol>
    </>
  )
}

function usePlaces(side: Side, words: string): (row: Occurrence, one: Side) => Span[] {
  const index = useCell(termsOf(useScreen()).index)
  return useMemo(() => {
    const search = literalSearch({ text: words, regex: false, matchCase: false, wholeWord: false })
    const concepts = new Set((index ? findTerms(index, words, side) : []).map(({ concept }) => concept.id))
    return (row, one) => {
      if (one === side) return search.placesIn(row[one])
      if (!index || concepts.size === 0) return []
      return findTerms(index, row[one], otherSide(side)).filter(({ concept }) => concepts.has(concept.id))
    }
  }, [index, side, words])
}

function Highlighted({ text, places }: { text: string; places: readonly Span[] }) {
  const marks = places.map(({ from, to }) => ({ from, to, of: true }))
  return cutAtMarks(text, marks).map(({ from, text: words, marks: here }) =>
    here.length > 0 ? (
      <mark key={from} className="rounded-sm bg-warn-soft text-ink">
        {words}
      </mark>
    ) : (
      <span key={from}>{words}</span>
    ),
  )
}
