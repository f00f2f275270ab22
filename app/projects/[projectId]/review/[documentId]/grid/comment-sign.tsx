'use client'
import { MessageSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { watchCommentMarks } from '../state/comment-marks'
import { showTab } from '../state/inspector'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

/** How many threads are open on this row, and the way to them; marks their words in the row it stands in. */
export function CommentSign({ segment, row, current }: { segment: SegmentRow; row: number; current: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  const sign = useRef<HTMLButtonElement>(null)
  const { open, marks } = segment.comments
  useEffect(() => {
    const place = sign.current?.closest('[data-row]')
    return place ? watchCommentMarks(place, segment.id, marks) : undefined
  }, [segment.id, marks])
  if (open === 0) return null
  const name = t('comment.open-count', { count: open })
  return (
    <button
      ref={sign}
      type="button"
      tabIndex={current ? 0 : -1}
      title={name}
      onClick={(event) => {
        event.stopPropagation()
        goTo(screen, row, { editing: false })
        showTab(screen, 'comments')
      }}
      className="flex min-h-6 items-center gap-1 rounded-sm bg-info-soft px-1 font-medium text-info text-xs hover:underline [&_svg]:size-3 [&_svg]:shrink-0"
    >
      <MessageSquare aria-hidden />
      <span aria-hidden>{open}</span>
      <span className="sr-only">{name}</span>
    </button>
  )
}
