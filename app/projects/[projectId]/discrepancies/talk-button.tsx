'use client'
/** What is said about a note and what it points to, unfolded where it stands in the list. */
import { ChevronDown, Link2, MessageSquare } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { NoteLinks } from '@/app/projects/[projectId]/review/[documentId]/inspector/note-links'
import { NoteTalk } from '@/app/projects/[projectId]/review/[documentId]/inspector/note-talk'
import type { Thread } from '@/lib/comment/queries'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { followNotes } from './follow-notes'
import { useSteps } from './step-context'

/** Kept while the person goes through the ledger's pages. */
const drafts = new Map<string, string>()

export function TalkButton({ entry }: { entry: LedgerEntry }) {
  const t = useTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { comments, links, number } = entry
  return (
    <div className="mt-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="flex min-h-6 items-center gap-1.5 rounded-sm text-ink-soft text-sm hover:text-ink [&_svg]:size-3.5"
      >
        <MessageSquare aria-hidden />
        <span className="sr-only">{t('comment.note-thread', { number })}: </span>
        {comments > 0 ? t('comment.note-count', { count: comments }) : t('comment.note-open')}
        {links.length > 0 && (
          <span className="flex items-center gap-0.5">
            <Link2 aria-hidden /> {links.length}
          </span>
        )}
        <ChevronDown aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
      </button>
      {open && (
        <div id={id} className="mt-1.5 max-w-prose rounded-md border border-line bg-sunken px-3 py-2">
          <Unfolded entry={entry} />
        </div>
      )}
    </div>
  )
}

function Unfolded({ entry }: { entry: LedgerEntry }) {
  const t = useTexts()
  const router = useRouter()
  const { projectId, me, members } = useSteps()
  const [thread, setThread] = useState<Thread | null | undefined>(undefined)
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const response = await fetch(`/api/projects/${projectId}/discrepancies/${entry.id}/thread`).catch(() => null)
    setFailed(!response?.ok)
    if (response?.ok) setThread((await response.json()) as Thread | null)
  }, [projectId, entry.id])
  const { documentId, segmentId } = entry
  // What others say or decide meanwhile appears by itself.
  useEffect(() => {
    void load()
    return followNotes({ projectId, documentId, segmentId }, ({ notes }) => {
      void load()
      if (notes) router.refresh()
    })
  }, [load, projectId, documentId, segmentId, router])
  const onChanged = async () => {
    await load()
    router.refresh()
  }
  const talk = { projectId, memberId: me.id, members, onChanged }
  return (
    <>
      <NoteLinks note={entry} role={me.role} talk={talk} />
      {failed && <p className="text-danger text-sm">{t('comment.could-not-load')}</p>}
      {thread === undefined && !failed && <p className="text-ink-soft text-sm">{t('common.loading')}</p>}
      {thread === null && <p className="mt-1 text-ink-soft text-sm">{t('comment.note-nothing')}</p>}
      <NoteTalk note={entry} thread={thread} talk={talk} drafts={drafts} />
    </>
  )
}
