'use client'
/** One comment: who, when, what; one's own can be edited and deleted. */
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button, IconButton } from '@/app/_ui/button'
import { Name } from '@/app/_ui/name'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { CommentView } from '@/lib/comment/queries'
import type { Member } from '../state/mention'
import { edit, remove } from './comment-actions'
import { CommentBody } from './comment-body'
import { CommentField } from './comment-field'

/** Where a conversation is held: on the screen of a document, or in the ledger. */
export type Talk = {
  projectId: string
  /** Who reads it. */
  memberId: string
  members: readonly Member[]
  /** Something was said, changed or taken back. */
  onChanged: () => Promise<unknown>
}

type RemarkProps = { remark: CommentView; talk: Talk }

export function Remark({ remark, talk }: RemarkProps) {
  const t = useTexts()
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  if (remark.deleted) return <p className="text-ink-faint italic">{t('comment.deleted')}</p>
  const mine = remark.memberId === talk.memberId
  const close = () => setDoing(null)
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-1.5 text-ink-faint text-xs">
        <span className="font-semibold text-ink text-sm">
          <Name of={remark.by} />
        </span>
        <Time at={remark.at} />
        {remark.editedAt && <span>· {t('comment.edited')}</span>}
        {remark.unread && <Badge tone="info">{t('comment.new-for-you')}</Badge>}
        {mine && doing === null && (
          <span className="ml-auto flex">
            <IconButton size="small" label={t('comment.edit-mine')} onClick={() => setDoing('edit')}>
              <Pencil aria-hidden className="!size-3.5" />
            </IconButton>
            <IconButton size="small" label={t('comment.delete-mine')} onClick={() => setDoing('delete')}>
              <Trash2 aria-hidden className="!size-3.5" />
            </IconButton>
          </span>
        )}
      </p>
      {doing === 'edit' ? (
        <EditField remark={remark} talk={talk} onClose={close} />
      ) : (
        <CommentBody body={remark.body} names={remark.names} />
      )}
      {doing === 'delete' && <Sure remark={remark} talk={talk} onClose={close} />}
    </div>
  )
}

function EditField({ remark, talk, onClose }: RemarkProps & { onClose: () => void }) {
  const t = useTexts()
  const { run, running, failure } = useAction(edit, { refresh: false })
  const send = async (body: string, picked: string[]) => {
    const input = { projectId: talk.projectId, commentId: remark.id, seenVersion: remark.version, body, picked }
    const done = await run(input)
    if (done) onClose()
    await talk.onChanged()
    return done !== null
  }
  return (
    <CommentField
      label={t('comment.edit-mine')}
      members={talk.members}
      send={t('common.save')}
      initial={remark.body}
      running={running}
      refused={failure?.message}
      focused={1}
      onSend={send}
      onLeave={onClose}
    />
  )
}

function Sure({ remark, talk, onClose }: RemarkProps & { onClose: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(remove, { refresh: false })
  const go = async () => {
    const input = { projectId: talk.projectId, commentId: remark.id, seenVersion: remark.version }
    const done = await run(input)
    await talk.onChanged()
    if (!done) return
    tell(t('comment.now-deleted'))
    onClose()
  }
  return (
    <fieldset aria-label={t('comment.delete-mine')} className="mt-1.5 rounded-sm bg-sunken px-2.5 py-2">
      <p>{t('comment.delete-sure')}</p>
      {failure && (
        <Note tone="danger" className="mt-1.5">
          {failure.message}
        </Note>
      )}
      <div className="mt-1.5 flex gap-1.5">
        <Button size="small" look="danger" disabled={running} onClick={() => void go()} autoFocus>
          {t('comment.delete')}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
