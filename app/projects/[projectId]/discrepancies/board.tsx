'use client'
/**
 * The notes by state. Arrow keys go from card to card; Shift with an arrow, the card's menu, or dragging moves a note to
 * another column, where the step that leads there asks what it needs. Editions publish; nothing is moved there by hand.
 */
import Link from 'next/link'
import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { movesOf } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DISCREPANCY_STATES, type DiscrepancyState } from '@/lib/discrepancy/rules'
import { BoardCard } from './board-card'
import { neighbourOf, nextColumn } from './board-moves'
import { useSteps } from './step-context'

type BoardProps = {
  entries: LedgerEntry[]
  /** How many there are of each state, and where they all are listed. */
  columns: Record<DiscrepancyState, { count: number; href: string }>
  showDocument: boolean
}

export function Board({ entries, columns, showDocument }: BoardProps) {
  const t = useTexts()
  const tell = useToast()
  const { me, begin } = useSteps()
  const board = useRef<HTMLDivElement>(null)
  const [here, setHere] = useState<string | null>(entries[0]?.id ?? null)
  const [dragged, setDragged] = useState<LedgerEntry | null>(null)
  const moved = useRef<string | null>(null)
  const current = entries.some(({ id }) => id === here) ? here : (entries[0]?.id ?? null)

  const focus = useCallback((id: string) => {
    board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()
  }, [])
  // The card is another one once it stands in another column: whoever moved it goes on from there.
  useEffect(() => {
    if (moved.current && document.activeElement === document.body && entries.length > 0) focus(moved.current)
  }, [entries, focus])

  const move = (entry: LedgerEntry, to: DiscrepancyState) => {
    const step = movesOf(entry, me)[to]
    if (!step) {
      const why = to === 'published' ? 'ledger.publishedByEdition' : 'ledger.noSuchMove'
      return tell(t(why, { from: t(`discrepancy.state.${entry.state}`), to: t(`discrepancy.state.${to}`) }), {
        hint: true,
      })
    }
    moved.current = entry.id
    begin(entry, step)
  }

  const onKeyDown = (event: KeyboardEvent, entry: LedgerEntry) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
    if (event.shiftKey && sideways) {
      const to = nextColumn(entry, me, sideways)
      if (to) move(entry, to)
      else tell(t('ledger.noMoveThere'), { failed: true })
    } else {
      const next = neighbourOf(entries, entry, event.key)
      if (!next) return
      focus(next.id)
    }
    event.preventDefault()
  }

  const mayDrop = (state: DiscrepancyState) => dragged !== null && movesOf(dragged, me)[state] !== undefined
  const onDragOver = (event: DragEvent, state: DiscrepancyState) => {
    if (dragged && dragged.state !== state) event.preventDefault()
  }

  return (
    <>
      <p id="board-keys" className="mb-3 text-ink-soft text-sm">
        {t('ledger.boardKeys')}
      </p>
      <div ref={board} className="relative flex gap-3 overflow-x-auto pb-3">
        {DISCREPANCY_STATES.map((state) => {
          const cards = entries.filter((entry) => entry.state === state)
          const { count, href } = columns[state]
          return (
            <section
              key={state}
              aria-label={t('ledger.column', { state: t(`discrepancy.state.${state}`), count })}
              onDragOver={(event) => onDragOver(event, state)}
              onDrop={() => dragged && move(dragged, state)}
              className={cx(
                'flex min-w-56 flex-1 flex-col rounded-lg border bg-sunken p-2',
                mayDrop(state) ? 'border-accent border-dashed' : 'border-line',
              )}
            >
              <h2 className="flex items-baseline gap-2 px-1.5 py-1 font-semibold text-base">
                {t(`discrepancy.state.${state}`)}
                <span className="font-normal text-ink-soft text-sm tabular-nums">{count}</span>
              </h2>
              <ul className="flex flex-col gap-2">
                {cards.map((entry) => (
                  <li key={entry.id}>
                    <BoardCard
                      entry={entry}
                      showDocument={showDocument}
                      current={entry.id === current}
                      onFocus={() => setHere(entry.id)}
                      onKeyDown={(event) => onKeyDown(event, entry)}
                      onDrag={(begun) => setDragged(begun ? entry : null)}
                      onMove={(to) => move(entry, to)}
                    />
                  </li>
                ))}
              </ul>
              {cards.length === 0 && <p className="px-1.5 py-2 text-ink-soft text-sm">{t('ledger.columnEmpty')}</p>}
              {count > cards.length && (
                <Link href={href} className="link px-1.5 pt-2 text-sm">
                  {t('ledger.columnMore', { count: count - cards.length })}
                </Link>
              )}
            </section>
          )
        })}
      </div>
    </>
  )
}
