'use client'
/** The threads of the present row, and the field to begin one. Resolved threads are folded away. */
import { MessageSquare } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useAction } from '@/app/_ui/use-action'
import type { Thread } from '@/lib/comment/queries'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell, useCellAt } from '../state/cell'
import { beginComment, commentsOf, goToNextComment, loadThreads } from '../state/comments'
import { backToRow } from '../state/inspector'
import { keysOf } from '../state/keys'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'
import { add } from './comment-actions'
import { CommentField } from './comment-field'
import { ThreadCard } from './thread-card'
import { Words } from './words'

export function CommentsTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const { fetched, failed, begun } = commentsOf(screen)
  const found = useCellAt(fetched, segment.id)
  const trouble = useCellAt(failed, segment.id)
  const writing = useCell(begun)?.segmentId === segment.id
  const { stamp, all } = segment.comments
  useEffect(() => {
    if (all > 0 || stamp > 0) void loadThreads(screen, segment.id, stamp, 'row')
  }, [screen, segment.id, stamp, all])
  // What is said about a note stands with the note.
  const threads = stamp > 0 ? (found?.threads ?? []).filter(({ discrepancyId }) => discrepancyId === null) : []
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null)
  // Folded away unless something in them was not read yet; null: nobody has said otherwise.
  const [shown, setShown] = useState<boolean | null>(null)
  if (shown === null && resolved.some(({ unread, answers }) => unread || answers.some((one) => one.unread)))
    setShown(true)
  const card = (thread: Thread) => <ThreadCard key={thread.id} thread={thread} segment={segment} />
  return (
    <div className="flex flex-col gap-3">
      {trouble && (
        <p className="text-danger text-sm">
          {t('comment.could-not-load')}{' '}
          <button type="button" className="link" onClick={() => void loadThreads(screen, segment.id, stamp, 'row')}>
            {t('review.try-again')}
          </button>
        </p>
      )}
      {stamp > 0 && !found && !trouble && <p className="text-ink-soft text-sm">{t('common.loading')}</p>}
      {open.length === 0 && resolved.length === 0 && !writing && (stamp === 0 || found) && (
        <div className="text-ink-soft text-sm">
          <MessageSquare aria-hidden className="mb-2 size-5 text-ink-faint" />
          <p className="font-semibold text-ink">{t('comment.none')}</p>
          <p className="mt-1">{t('comment.none-how', { keys: keysOf('comment').join('+') })}</p>
        </div>
      )}
      {/* One list: a card that goes from one part to the other stays the card it is, with what is typed or asked in it. */}
      {[
        ...open.map(card),
        writing && <NewThread key="new" segment={segment} />,
        <div key="acts" className="flex flex-wrap items-center gap-3 text-sm">
          {!writing && (
            <Button size="small" onClick={() => beginComment(screen, null)} title={keysOf('comment').join(' ')}>
              {t('comment.write-short')}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            onClick={() => goToNextComment(screen)}
            title={keysOf('next-comment').join(' ')}
          >
            {t('review.act-next-comment')}
          </Button>
        </div>,
        resolved.length > 0 && (
          <button
            key="resolved"
            type="button"
            aria-expanded={shown ?? false}
            className="link self-start text-sm"
            onClick={() => setShown(!shown)}
          >
            {t('comment.show-resolved', { count: resolved.length })}
          </button>
        ),
        ...(shown ? resolved.map(card) : []),
      ]}
    </div>
  )
}

function NewThread({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const { begun, writeWanted, drafts } = commentsOf(screen)
  const writing = useCell(begun)
  const wanted = useCell(writeWanted)
  const { run, running, failure } = useAction(add, { refresh: false })
  const draft = `new/${segment.id}`
  const row = (screen.outline.get()?.rowOf.get(segment.id) ?? 0) + 1
  const leave = () => {
    begun.set(null)
    backToRow(screen)
  }
  const send = async (body: string, picked: string[]) => {
    const words = (side: 'zh' | 'en') => {
      const marked = writing?.[side]
      return marked ? { from: marked.from, to: marked.to, quote: marked.quote } : null
    }
    const input = { projectId: screen.projectId, segmentId: segment.id, body, picked, zh: words('zh'), en: words('en') }
    const done = await run(input)
    await reloadRows(screen, [segment.id])
    if (!done) return false
    drafts.delete(draft)
    screen.tell(t('comment.sent'))
    leave()
    return true
  }
  return (
    <section aria-label={t('comment.write', { row })} className="rounded-md border border-accent bg-raised px-3 py-2.5">
      {(['zh', 'en'] as const).map((side) => {
        const words = writing?.[side]
        return words && <Words key={side} side={side} quote={words.quote} gone={false} />
      })}
      {(writing?.zh || writing?.en) && (
        <button
          type="button"
          className="link mb-1.5 text-xs"
          onClick={() => begun.set({ segmentId: segment.id, zh: null, en: null })}
        >
          {t('comment.drop-words')}
        </button>
      )}
      <CommentField
        label={t('comment.write', { row })}
        members={screen.review.members}
        send={t('comment.send')}
        initial={drafts.get(draft) ?? ''}
        running={running}
        refused={failure?.message}
        focused={wanted}
        onType={(body) => drafts.set(draft, body)}
        onSend={send}
        onLeave={leave}
      />
    </section>
  )
}
