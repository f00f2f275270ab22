'use client'
/** What is said about a note, beneath it; the field to say more opens when it is wanted. */
import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { Thread } from '@/lib/comment/queries'
import { sayOnNote } from './comment-actions'
import { CommentField } from './comment-field'
import { Remark, type Talk } from './remark'

type NoteTalkProps = {
  note: { id: string; number: number }
  /** undefined: not fetched yet; null: nothing is said. */
  thread: Thread | null | undefined
  talk: Talk
  /** What was typed and not sent is kept over there while the person is elsewhere. */
  drafts: Map<string, string>
}

export function NoteTalk({ note, thread, talk, drafts }: NoteTalkProps) {
  const t = useTexts()
  const tell = useToast()
  const draft = `note/${note.id}`
  const { run, running, failure } = useAction(sayOnNote, { refresh: false })
  const [writing, setWriting] = useState(drafts.has(draft))
  const remarks = thread ? [thread, ...thread.answers] : []
  const send = async (body: string, picked: string[]) => {
    const done = await run({ projectId: talk.projectId, discrepancyId: note.id, body, picked })
    await talk.onChanged()
    if (!done) return false
    drafts.delete(draft)
    tell(t('comment.sent'))
    setWriting(false)
    return true
  }
  return (
    <section aria-label={t('comment.note-thread', { number: note.number })} className="mt-2.5 text-sm">
      {remarks.length > 0 && (
        <ol className="flex flex-col gap-2 border-line border-l-2 pl-3">
          {remarks.map((one) => (
            <li key={one.id}>
              <Remark remark={one} talk={talk} />
            </li>
          ))}
        </ol>
      )}
      {writing ? (
        <div className="mt-2">
          <CommentField
            label={t('comment.note-write', { number: note.number })}
            members={talk.members}
            send={t('comment.send')}
            initial={drafts.get(draft) ?? ''}
            running={running}
            refused={failure?.message}
            focused={1}
            onType={(body) => (body === '' ? drafts.delete(draft) : drafts.set(draft, body))}
            onSend={send}
            onLeave={() => setWriting(false)}
          />
        </div>
      ) : (
        <Button size="small" look="quiet" className="-ml-2 mt-1" onClick={() => setWriting(true)}>
          <MessageSquare aria-hidden />
          {t(remarks.length > 0 ? 'comment.answer' : 'comment.note-open')}
          <span className="sr-only"> – {t('comment.note-write', { number: note.number })}</span>
        </Button>
      )}
    </section>
  )
}
