'use client'
/**
 * One text block by block, turns held together by a line at the left, what was left out folded in its place.
 * Long texts are put on the page by and by, as they come near the window.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { UnderstoodSide } from '@/app/api/projects/[projectId]/intake/understood'
import type { Side } from '@/lib/bitext/text'
import { BlockRow } from './block-row'
import {
  itemsOf,
  type Kind,
  keptBefore,
  kindOf,
  type PreviewItem,
  restoredKind,
  type SideCorrections,
  type Stretch,
  stretchAtLine,
} from './corrections'
import { FoldRow } from './fold-row'
import { NearWindow } from './near-window'

/** A line to show. A new object is a new request, even for the same line. */
export type Jump = { side: Side; line: number }

// Some three windows full: small enough to appear at once, large enough that few are needed.
const CHUNK = 40
const ESTIMATED_ROW = 88
/** So short a text is put on the page whole: the browser's own search finds everything in it. */
const ALL_AT_ONCE = 300

type SideBlocksProps = {
  read: UnderstoodSide
  stretches: Stretch[]
  corrections: SideCorrections
  jump: Jump | null
  onKind: (stretch: Stretch, kind: Kind) => void
}

export function SideBlocks({ read, stretches, corrections, jump, onKind }: SideBlocksProps) {
  const t = useTexts()
  const { side, governing } = read
  const [whole, setWhole] = useState(false)
  const items = useMemo(() => itemsOf(stretches, corrections), [stretches, corrections])
  const chunks = useMemo(() => chunksOf(items), [items])
  const target = jump?.side === side ? stretchAtLine(stretches, jump.line)?.from : undefined
  const targetItem = target === undefined ? undefined : items.findLast(({ from }) => from <= target)?.from
  // The request is answered after the chunk it needs is on the page.
  useEffect(() => {
    if (jump?.side === side && targetItem !== undefined) show(rowId(side, targetItem))
  }, [jump, side, targetItem])

  // A restored or dropped row is replaced by another: the focus goes along.
  const focusNext = useRef<string | null>(null)
  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus({ preventScroll: true })
    focusNext.current = null
  })
  const latest = useRef(onKind)
  latest.current = onKind
  const change = useCallback(
    (index: number, kind: Kind) => {
      const stretch = stretches[index]
      if (kind === 'dropped' || stretch.was === 'dropped') focusNext.current = rowId(side, stretch.from)
      latest.current(stretch, kind)
    },
    [side, stretches],
  )
  const restore = useCallback((index: number) => change(index, restoredKind(stretches, index)), [change, stretches])

  const nothingKept = !stretches.some((stretch) => kindOf(stretch, corrections) !== 'dropped')
  return (
    <>
      {read.otherScript && (
        <Note tone="warn" className="mb-3">
          {t('import.otherScript', { side })}
        </Note>
      )}
      {nothingKept && (
        <Note tone="danger" className="mb-3">
          {t('import.nothingKept')}
        </Note>
      )}
      <label className="mb-2 flex w-fit items-center gap-2 text-ink-soft text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent-solid"
          checked={whole}
          onChange={(event) => setWhole(event.target.checked)}
        />
        {t('import.whole')}
      </label>
      {chunks.map((chunk, index) => (
        <NearWindow
          key={chunk[0].from}
          estimate={chunk.length * ESTIMATED_ROW}
          forced={index === 0 || items.length <= ALL_AT_ONCE || chunk.some(({ from }) => from === targetItem)}
        >
          {() => (
            <ol>
              {chunk.map((item) =>
                'fold' in item ? (
                  <FoldRow
                    key={item.from}
                    id={rowId(side, item.from)}
                    side={side}
                    fold={item.fold}
                    onRestore={restore}
                  />
                ) : (
                  <BlockRow
                    key={item.from}
                    id={rowId(side, item.from)}
                    side={side}
                    stretch={item.stretch}
                    index={item.index}
                    kind={kindOf(item.stretch, corrections)}
                    opens={opensTurn(stretches, item.index)}
                    whole={whole}
                    clause={clauseIn(item.stretch, governing)}
                    onKind={change}
                  />
                ),
              )}
            </ol>
          )}
        </NearWindow>
      ))}
    </>
  )
}

function chunksOf(items: PreviewItem[]): PreviewItem[][] {
  const chunks: PreviewItem[][] = []
  for (const item of items) {
    const last = chunks.at(-1)
    if (last && last.length < CHUNK) last.push(item)
    else chunks.push([item])
  }
  return chunks
}

function rowId(side: Side, from: number): string {
  return `${side}-${from}`
}

function show(id: string) {
  const row = document.getElementById(id)
  if (row instanceof HTMLDetailsElement) row.open = true
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function opensTurn(stretches: Stretch[], index: number): boolean {
  const { turn } = stretches[index]
  if (turn === undefined) return false
  return keptBefore(stretches, index)?.turn !== turn
}

/** Where the governing clause stands within a stretch, if it stands in this one. */
function clauseIn({ from, text }: Stretch, governing: UnderstoodSide['governing']): string | undefined {
  if (!governing || governing.from < from || governing.from >= from + text.length) return undefined
  return text.slice(governing.from - from, governing.to - from)
}
