'use client'
/** The terms of the termbase in the present row as it is being typed: what stands there, and what the other side may say. */
import { BookA, CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useDeferredValue, useMemo } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { TermWord } from '@/app/projects/[projectId]/terms/term-word'
import type { Concept } from '@/lib/bitext/terms'
import { findTerms } from '@/lib/bitext/terms/find-terms'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell, useCellAt } from '../state/cell'
import { sideKey } from '../state/screen'
import { termsOf } from '../state/terms'
import { useScreen } from '../state/use-screen'

type Here = { concept: Concept; words: Record<Side, string[]> }

export function TermsTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const index = useCell(termsOf(screen).index)
  const count = useCell(termsOf(screen).count)
  const zh = useDeferredValue(useCellAt(screen.drafts, sideKey(segment.id, 'zh'))?.text ?? segment.zh)
  const en = useDeferredValue(useCellAt(screen.drafts, sideKey(segment.id, 'en'))?.text ?? segment.en)
  const found = useMemo(() => {
    const concepts = new Map<string, Here>()
    for (const side of SIDES) {
      const text = side === 'zh' ? zh : en
      for (const { concept, from, to } of index ? findTerms(index, text, side) : []) {
        const here = concepts.get(concept.id) ?? { concept, words: { zh: [], en: [] } }
        here.words[side].push(text.slice(from, to))
        concepts.set(concept.id, here)
      }
    }
    return [...concepts.values()]
  }, [index, zh, en])
  return (
    <div className="flex flex-col gap-3 text-sm">
      {found.length === 0 && (
        <p className="flex items-start gap-2 text-ink-soft">
          <BookA aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
          {t(count === null ? 'common.loading' : count === 0 ? 'terms.tab-empty' : 'terms.tab-none')}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {found.map((here) => (
          <Entry key={here.concept.id} here={here} />
        ))}
      </ul>
      <Link className="link self-start" href={`/projects/${screen.projectId}/terms`}>
        {t('terms.to-page')}
      </Link>
    </div>
  )
}

function Entry({ here: { concept, words } }: { here: Here }) {
  const t = useTexts()
  const lacks = SIDES.some(
    (side) =>
      words[side].length === 0 && concept.terms.some((term) => term.side === side && term.status !== 'forbidden'),
  )
  return (
    <li className="rounded-md border border-line bg-surface px-3 py-2">
      <div className="grid grid-cols-2 gap-3">
        {SIDES.map((side) => (
          <div key={side}>
            {concept.terms
              .filter((term) => term.side === side)
              .map((term, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: forms stand in their order and may be equal
                <TermWord key={i} term={term} />
              ))}
          </div>
        ))}
      </div>
      {concept.definition && <p className="mt-1 text-ink-soft text-xs">{concept.definition}</p>}
      {lacks && (
        <p className="mt-1 flex items-start gap-1.5 text-warn text-xs">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {t('terms.missing')}
        </p>
      )}
    </li>
  )
}
