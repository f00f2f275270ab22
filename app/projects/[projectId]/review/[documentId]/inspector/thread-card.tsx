'use client'
/** One thread: the words it is about, what was said, and what can be done with it. */
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useAction } from '@/app/_ui/use-action'
import { can } from '@/lib/auth/roles'
import type { Thread } from '@/lib/comment/queries'
import type { SegmentRow } from '@/lib/segment/queries'
import { attempt } from '../state/attempt'
import { commentsOf, talkOn } from '../state/comments'
import { reloadRows } from '../state/load'
import { useScreen } from '../state/use-screen'
import { answer, resolve } from './comment-actions'
import { CommentField } from './comment-field'
import { Remark } from './remark'
import { Words } from './words'

type ThreadProps = { thread: Thread; segment: SegmentRow }

export function ThreadCard({ thread, segment }: ThreadProps) {
  const t = useTexts()
  const screen = useScreen()
  const { me } = screen.review
  const talk = talkOn(screen, segment.id)
  const [answering, setAnswering] = useState(commentsOf(screen).drafts.has(thread.id))
  const [asked, setAsked] = useState(0)
  const resolved = thread.resolvedAt !== null
  const settle = async () => {
    const input = { projectId: screen.projectId, threadId: thread.id, resolved: !resolved }
    const done = await attempt(screen, () => resolve(input))
    if (done) screen.tell(t(done.resolved ? 'comment.now-resolved' : 'comment.now-open'))
    await reloadRows(screen, [segment.id])
  }
  const mark = segment.comments.marks.find(({ id }) => id === thread.id)
  /** Only open threads keep watch over their words on the row; for the others the thread itself knows. */
  const gone = (side: 'zh' | 'en') => (resolved ? thread[`${side}From`] : (mark?.[`${side}From`] ?? null)) === null
  return (
    <article
      tabIndex={-1}
      aria-label={t('comment.thread-by', { name: thread.by })}
      className={cx(
        'rounded-md border bg-raised px-3 py-2.5 text-sm',
        resolved ? 'border-line opacity-90' : 'border-line-strong/60',
      )}
    >
      {(['zh', 'en'] as const).map(
        (side) =>
          thread[`${side}Quote`] !== '' && (
            <Words key={side} side={side} quote={thread[`${side}Quote`]} gone={gone(side)} />
          ),
      )}
      {resolved && (
        <p className="mb-1.5 flex flex-wrap items-center gap-1.5 text-ink-soft text-xs">
          <Badge tone="ok">{t('comment.resolved')}</Badge>
          {thread.resolvedBy && thread.resolvedAt && (
            <span>
              {t('comment.resolved-by', { name: thread.resolvedBy })} <Time at={thread.resolvedAt} />
            </span>
          )}
        </p>
      )}
      <Remark remark={thread} talk={talk} />
      {thread.answers.length > 0 && (
        <ol className="mt-2 flex flex-col gap-2 border-line border-l-2 pl-3">
          {thread.answers.map((one) => (
            <li key={one.id}>
              <Remark remark={one} talk={talk} />
            </li>
          ))}
        </ol>
      )}
      {answering ? (
        <AnswerField thread={thread} segment={segment} asked={asked} onClose={() => setAnswering(false)} />
      ) : (
        <footer className="mt-2 flex flex-wrap gap-1.5">
          <Button
            size="small"
            look="quiet"
            className="-ml-2"
            aria-label={t('comment.answer-to', { name: thread.by })}
            onClick={() => {
              setAnswering(true)
              setAsked(asked + 1)
            }}
          >
            {t('comment.answer')}
          </Button>
          {(can(me.role, 'comment.resolve') || thread.memberId === me.memberId) && (
            <Button
              size="small"
              look="quiet"
              aria-label={t(resolved ? 'comment.reopen-of' : 'comment.resolve-of', { name: thread.by })}
              onClick={() => void settle()}
            >
              {t(resolved ? 'comment.reopen' : 'comment.resolve')}
            </Button>
          )}
        </footer>
      )}
    </article>
  )
}

function AnswerField({ thread, segment, asked, onClose }: ThreadProps & { asked: number; onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const { drafts } = commentsOf(screen)
  const { run, running, failure } = useAction(answer, { refresh: false })
  const send = async (body: string, picked: string[]) => {
    const done = await run({ projectId: screen.projectId, threadId: thread.id, body, picked })
    await reloadRows(screen, [segment.id])
    if (!done) return false
    drafts.delete(thread.id)
    screen.tell(t(done.value.reopened ? 'comment.answered-reopened' : 'comment.answered'))
    onClose()
    return true
  }
  return (
    <div className="mt-2">
      <CommentField
        label={t('comment.answer-to', { name: thread.by })}
        members={screen.review.members}
        send={t('comment.answer-send')}
        initial={drafts.get(thread.id) ?? ''}
        running={running}
        refused={failure?.message}
        focused={asked}
        onType={(body) => (body === '' ? drafts.delete(thread.id) : drafts.set(thread.id, body))}
        onSend={send}
        onLeave={onClose}
      />
    </div>
  )
}
