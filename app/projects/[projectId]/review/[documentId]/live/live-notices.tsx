'use client'
/** What a row has to say of others: somebody edits it, or has changed the text beneath a draft. */
import { PencilLine, Users } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { CELL } from '../grid/roles'
import { useCellAt, useCellPart } from '../state/cell'
import { justLook, takeOver } from '../state/live-soft-lock'
import { sideKey } from '../state/screen'
import { showConflict } from '../state/typed'
import { useScreen } from '../state/use-screen'
import { Avatar } from './avatar'

export function LiveNotices({ segment, current }: { segment: SegmentRow; current: boolean }) {
  return SIDES.map((side) => <SideNotice key={side} segment={segment} side={side} current={current} />)
}

function SideNotice({ segment, side, current }: { segment: SegmentRow; side: Side; current: boolean }) {
  const screen = useScreen()
  const draft = useCellAt(screen.drafts, sideKey(segment.id, side))
  const asked = useCellPart(screen.live.asked, (one) => one?.segmentId === segment.id && one.side === side)
  const beneath =
    (draft?.state.is === 'typing' || draft?.state.is === 'failed') && segment[`${side}Version`] !== draft.baseVersion
  if (asked) return <AskFirst />
  if (beneath) return <ChangedBeneath segment={segment} side={side} />
  return current ? <BeingEdited segment={segment} side={side} /> : null
}

const BELOW = 'review-below col-span-full flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-1.5 text-sm bg-info-soft'

function ChangedBeneath({ segment, side }: { segment: SegmentRow; side: Side }) {
  const t = useTexts()
  const screen = useScreen()
  const name = useCellAt(screen.live.changedBy, sideKey(segment.id, side))
  return (
    <div {...CELL} className={BELOW}>
      <Users aria-hidden className="size-4 shrink-0 text-info" />
      <p role="status" className="min-w-0 flex-1 basis-64">
        {name ? t('live.changed-beneath', { name }) : t('live.changed-beneath-someone')}
      </p>
      <Button size="small" onClick={() => showConflict(screen, segment, side)}>
        {t('live.changed-see')}
      </Button>
    </div>
  )
}

function BeingEdited({ segment, side }: { segment: SegmentRow; side: Side }) {
  const t = useTexts()
  const screen = useScreen()
  const people = useCellAt(screen.live.at, segment.id)
  const who = people?.find((one) => one.editing && one.side === side)
  if (!who) return null
  return (
    <div {...CELL} className={BELOW}>
      <Avatar person={who} />
      <p>{t('live.is-editing', { name: who.name })}</p>
    </div>
  )
}

/** Keys that were meant for the text must not answer: only Enter and Escape do. */
function AskFirst() {
  const t = useTexts()
  const screen = useScreen()
  const box = useRef<HTMLDivElement>(null)
  const name = useCellPart(screen.live.asked, (one) => one?.who.name ?? '')
  const held = useCellPart(screen.live.asked, (one) => one?.held ?? false)
  useEffect(() => {
    if (held) box.current?.focus({ preventScroll: true })
  }, [held])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') justLook(screen)
    else if (event.key === 'Enter' && event.target === event.currentTarget) void takeOver(screen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div {...CELL} className={BELOW}>
      <PencilLine aria-hidden className="size-4 shrink-0 text-info" />
      <div
        ref={box}
        role="alertdialog"
        aria-modal="false"
        aria-labelledby="ask-first"
        aria-describedby="ask-first-body"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="-my-1 flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2 rounded-sm px-2 py-1"
      >
        <p className="min-w-0 flex-1 basis-64">
          <strong id="ask-first" className="font-semibold">
            {t('live.ask-title', { name })}
          </strong>{' '}
          <span id="ask-first-body" className="text-ink-soft">
            {t('live.ask-body')}
          </span>
        </p>
        <span className="flex gap-2">
          <Button
            size="small"
            look="primary"
            onClick={() => void takeOver(screen)}
            title={t('live.ask-take-hint', { name })}
          >
            {t('live.ask-take')} <kbd className="font-normal opacity-80">Enter</kbd>
          </Button>
          <Button size="small" onClick={() => justLook(screen)}>
            {t('live.ask-look')} <kbd className="font-normal opacity-80">Esc</kbd>
          </Button>
        </span>
      </div>
    </div>
  )
}
