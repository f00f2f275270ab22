'use client'
/** Appears beside selected words: the way to a discrepancy, a comment or the memory for those who do not know the keys yet. */
import { BookCopy, Flag, MessageSquare } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { can } from '@/lib/auth/roles'
import { useCell } from '../state/cell'
import { beginComment } from '../state/comments'
import { keysOf } from '../state/keys'
import { searchSelected } from '../state/memory'
import { beginRaising, takeSelection } from '../state/raise'
import type { Screen } from '../state/screen'
import { type SelectedWords, selectedWords } from '../state/selected-words'
import { useScreen } from '../state/use-screen'

/** About what the buttons take side by side; where there is less room they stand below each other. */
const WIDTH = 520

export function SelectionButton() {
  const t = useTexts()
  const screen = useScreen()
  const raising = useCell(screen.raising)
  const [selected, setSelected] = useState<SelectedWords | null>(null)
  useEffect(() => {
    let pressed = false
    const read = () => {
      if (pressed) return
      if (screen.raising.get()) takeSelection(screen)
      setSelected(screen.raising.get() ? null : selectedWords())
    }
    const down = (event: PointerEvent) => {
      pressed = !(event.target instanceof Element && event.target.closest('[data-selection-button]'))
    }
    const up = (event: PointerEvent) => {
      pressed = false
      // A button was pressed: what it does with the words is done, though they are still selected.
      if (event.target instanceof Element && event.target.closest('[data-selection-button]')) return
      // The browser settles the selection after the pointer is let go.
      setTimeout(() => {
        read()
        backToNote(screen)
      }, 0)
    }
    const gone = () => setSelected(null)
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', down, true)
    document.addEventListener('pointerup', up, true)
    document.addEventListener('scroll', gone, true)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', down, true)
      document.removeEventListener('pointerup', up, true)
      document.removeEventListener('scroll', gone, true)
    }
  }, [screen])
  if (!selected || raising) return null
  const { rect } = selected
  return (
    <div
      data-selection-button
      className="fixed z-30 flex flex-wrap rounded-md border border-line-strong bg-raised shadow-raised"
      style={{
        top: Math.min(rect.bottom + 6, window.innerHeight - 44),
        left: Math.max(8, Math.min(rect.left, window.innerWidth - WIDTH)),
      }}
    >
      {can(screen.review.me.role, 'discrepancy.raise') && (
        <Button
          size="small"
          look="quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            beginRaising(screen, selected)
            setSelected(null)
          }}
        >
          <Flag aria-hidden />
          {t('review.act-raise')}
          <kbd className="ml-1 text-ink-faint text-xs">{keysOf('raise').join(' ')}</kbd>
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          beginComment(screen, selected)
          setSelected(null)
        }}
      >
        <MessageSquare aria-hidden />
        {t('review.act-comment')}
        <kbd className="ml-1 text-ink-faint text-xs">{keysOf('comment').join(' ')}</kbd>
      </Button>
      <Button
        size="small"
        look="quiet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          searchSelected(screen, selected)
          setSelected(null)
        }}
      >
        <BookCopy aria-hidden />
        {t('memory.search-selected')}
        <kbd className="ml-1 text-ink-faint text-xs">{keysOf('search-memory').join(' ')}</kbd>
      </Button>
    </div>
  )
}

/** Whoever has marked the words of a note with the mouse goes on with the note. */
function backToNote(screen: Screen): void {
  const raising = screen.raising.get()
  if (!raising || selectedWords()?.segmentId !== raising.segmentId) return
  document.querySelector<HTMLElement>('[data-raise-panel] [data-first]')?.focus({ preventScroll: true })
}
