'use client'
/** What a note points to. Links open elsewhere and tell the site nothing of where they were followed from. */
import { ExternalLink, Link2, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Field, Input } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { can, type MemberRole } from '@/lib/auth/roles'
import { hostOf, linkAddress, MOST_LINKS } from '@/lib/discrepancy/links'
import type { NoteLink } from '@/lib/discrepancy/rules'
import { NoteForm } from './note-form'
import { addLink, removeLink } from './note-link-actions'
import type { Talk } from './remark'

type NoteLinksProps = {
  note: { id: string; number: number; links: readonly NoteLink[] }
  role: MemberRole
  talk: Talk
}

export function NoteLinks({ note, role, talk }: NoteLinksProps) {
  const t = useTexts()
  const tell = useToast()
  const [adding, setAdding] = useState(false)
  const { run, running, failure } = useAction(removeLink, { refresh: false })
  const may = can(role, 'discrepancy.raise')
  const remove = async (linkId: string) => {
    const done = await run({ projectId: talk.projectId, discrepancyId: note.id, linkId })
    await talk.onChanged()
    if (done) tell(t('ledger.linkRemoved'))
  }
  return (
    <div className={cx('mt-2 text-sm', adding && 'mb-3')}>
      {note.links.length > 0 && (
        <ul aria-label={t('ledger.links')} className="flex flex-col gap-1">
          {note.links.map(({ id, url, title, by, byId }) => (
            <li key={id} className="flex items-start gap-1.5">
              <ExternalLink aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-faint" />
              <span className="min-w-0 flex-1 break-words">
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  referrerPolicy="no-referrer"
                  title={t('ledger.linkBy', { name: by })}
                  className="link"
                >
                  {title}
                </a>
                {title !== hostOf(url) && <span className="ml-1.5 text-ink-faint text-xs">{hostOf(url)}</span>}
              </span>
              {may && (byId === talk.memberId || can(role, 'discrepancy.decide')) && (
                <IconButton
                  size="small"
                  label={t('ledger.linkRemove', { title })}
                  disabled={running}
                  className="-my-1"
                  onClick={() => void remove(id)}
                >
                  <X aria-hidden className="!size-3.5" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <Note tone="danger" className="mt-1.5">
          {failure.message}
        </Note>
      )}
      {adding ? (
        <LinkForm note={note} talk={talk} onClose={() => setAdding(false)} />
      ) : (
        may &&
        note.links.length < MOST_LINKS && (
          <Button
            size="small"
            look="quiet"
            className="-ml-2 mt-1"
            aria-label={t('ledger.linkLabel', { number: note.number })}
            onClick={() => setAdding(true)}
          >
            <Link2 aria-hidden />
            {t('ledger.link')}
          </Button>
        )
      )}
    </div>
  )
}

function LinkForm({ note, talk, onClose }: Pick<NoteLinksProps, 'note' | 'talk'> & { onClose: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const { run, running, failure } = useAction(addLink, { refresh: false })
  const [wrong, setWrong] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    const typed = new FormData(event.currentTarget)
    const url = String(typed.get('url') ?? '')
    if (linkAddress(url) === null) return setWrong(true)
    const title = String(typed.get('title') ?? '')
    const done = await run({ projectId: talk.projectId, discrepancyId: note.id, url, title })
    await talk.onChanged()
    if (!done) return
    tell(t('ledger.linkAdded'))
    onClose()
  }
  return (
    <NoteForm onSubmit={submit} onClose={onClose} save={t('ledger.link')} disabled={running} failure={failure}>
      <Field
        label={t('ledger.linkAddress')}
        hint={t('ledger.linkAddressHint')}
        error={wrong ? t('ledger.linkWrong') : undefined}
      >
        {(parts) => (
          <Input
            {...parts}
            name="url"
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            maxLength={2000}
            autoFocus
            className="!h-8 text-sm"
            onChange={() => setWrong(false)}
          />
        )}
      </Field>
      <Field label={t('ledger.linkTitle')} hint={t('ledger.linkTitleHint')}>
        {(parts) => <Input {...parts} name="title" autoComplete="off" maxLength={200} className="!h-8 text-sm" />}
      </Field>
    </NoteForm>
  )
}
