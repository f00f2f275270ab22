'use client'
/** What stands side by side: the paragraphs of both texts that hold the same rows. */
import { memo, useEffect, useReducer, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { paragraphsOf } from '@/lib/reading/blocks'
import { sidesOf } from '@/lib/reading/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { useCellPart } from '../state/cell'
import { watchCommentMarks } from '../state/comment-marks'
import { changeMode } from '../state/mode'
import { goTo } from '../state/move'
import { idsIn, kindOf, liking, type Page } from '../state/reading'
import type { Screen } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { ReadSentence } from './sentence'

type BlockProps = { page: Page; block: number; measure: (element: HTMLElement | null) => void }

export const Block = memo(function Block({ page, block, measure }: BlockProps) {
  const t = useTexts()
  const screen = useScreen()
  const ids = idsIn(page, block)
  const rows = useSegments(screen, ids)
  const root = useRef<HTMLDivElement | null>(null)
  const marks = useCellPart(liking(), (one) => one.marks)
  useCommentMarks(root, marks ? rows : [])
  const first = (screen.outline.get()?.rowOf.get(ids[0] ?? 0) ?? 0) + 1
  const waiting = rows.length < ids.length
  return (
    <div
      ref={(element) => {
        root.current = element
        measure(element)
      }}
      data-index={block}
      data-last={block === page.starts.length - 2 || undefined}
      data-kind={kindOf(page, block)}
      data-label={page.labels.has(block) || undefined}
      aria-busy={waiting || undefined}
      className="read-block"
    >
      <button
        type="button"
        tabIndex={-1}
        className="read-number"
        aria-label={t('read.to-row', { row: first })}
        title={t('read.to-row', { row: first })}
        onClick={() => {
          goTo(screen, first - 1, { editing: false })
          changeMode(screen, 'review')
        }}
      >
        {first}
      </button>
      {sidesOf(page.layout).map((side) =>
        waiting ? (
          <div key={side} className={`read-side read-${side}`}>
            <span aria-hidden className="my-2 block h-3 w-4/5 animate-pulse rounded-sm bg-line" />
          </div>
        ) : (
          <SideOf key={side} rows={rows} side={side} marks={marks} />
        ),
      )}
    </div>
  )
})

function SideOf({ rows, side, marks }: { rows: readonly SegmentRow[]; side: Side; marks: boolean }) {
  return (
    <div lang={LANG[side]} className={`read-side read-${side}`}>
      {paragraphsOf(rows, side).map((paragraph) => (
        <p key={paragraph[0]?.row.id}>
          {paragraph.map(({ row, tail }) => (
            <ReadSentence key={row.id} segment={row} side={side} tail={tail} marks={marks} />
          ))}
        </p>
      ))}
    </div>
  )
}

/** The rows that are here, painted anew when any of them changes. */
function useSegments(screen: Screen, ids: readonly number[]): SegmentRow[] {
  const [, again] = useReducer((count: number) => count + 1, 0)
  const key = ids.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are known by their key
  useEffect(() => {
    const stops = ids.map((id) => screen.rows.subscribe(id, again))
    // One of them may have come between drawing and listening.
    again()
    return () => {
      for (const stop of stops) stop()
    }
  }, [screen, key])
  return ids.flatMap((id) => screen.rows.get(id) ?? [])
}

function useCommentMarks(root: { current: HTMLElement | null }, rows: readonly SegmentRow[]) {
  const marked = rows.filter(({ comments }) => comments.marks.length > 0)
  const key = marked.map(({ id, comments }) => `${id}:${JSON.stringify(comments.marks)}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks are known by their key
  useEffect(() => {
    const element = root.current
    if (!element || key === '') return
    const stops = marked.map(({ id, comments }) => watchCommentMarks(element, id, comments.marks))
    return () => {
      for (const stop of stops) stop()
    }
  }, [key])
}
