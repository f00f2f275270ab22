'use client'
/** Takes what a document names itself into the register: people, outlets, its place, each ticked or not. */
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Field, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { ListedCandidate } from '@/lib/register/list-candidates'
import { takeFromDocument } from './actions'
import { FormsOf, Titles } from './forms'

type Props = { projectId: string; documents: readonly { id: string; title: string }[] }

type Listed = { documentId: string; candidates: ListedCandidate[] }

export function TakeDialog({ projectId, documents }: Props) {
  const t = useTexts()
  const tell = useToast()
  const [open, setOpen] = useState(false)
  const [documentId, setDocumentId] = useState('')
  const [listed, setListed] = useState<Listed | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [trouble, setTrouble] = useState('')
  const take = useAction(takeFromDocument)
  const look = async (id: string) => {
    setDocumentId(id)
    setListed(null)
    setLeft(new Set())
    setTrouble('')
    if (id === '') return
    const response = await fetch(`/api/projects/${projectId}/register/candidates/${id}`).catch(() => null)
    const body: unknown = await response?.json().catch(() => null)
    if (response?.ok) return setListed({ documentId: id, candidates: body as ListedCandidate[] })
    const message = (body as { message?: unknown } | null)?.message
    setTrouble(typeof message === 'string' ? message : t('problems.offline'))
  }
  const change = (next: boolean) => {
    setOpen(next)
    const [only, ...more] = documents
    void look(next && only && more.length === 0 ? only.id : '')
  }
  // The answer for a document chosen before may come last.
  const candidates = listed?.documentId === documentId ? listed.candidates : null
  const chosen = (candidates ?? []).filter(({ state }, at) => state !== 'same' && !left.has(at))
  const submit = async () => {
    const entries = chosen.map(({ kind, zh, en, titles }) => ({ kind, zh, en, titles }))
    const done = await take.run({ projectId, documentId, entries })
    if (!done) return
    tell(t('register.taken', done.value))
    setOpen(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      width="large"
      title={t('register.take-title')}
      description={t('register.take-lead')}
      trigger={
        <Button>
          <FileText aria-hidden />
          {t('register.take')}
        </Button>
      }
    >
      <Field label={t('register.take-document')}>
        {(parts) => (
          <Select {...parts} value={documentId} onChange={(event) => void look(event.target.value)}>
            <option value="">{t('register.take-choose')}</option>
            {documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div aria-live="polite" className="mt-3">
        {trouble !== '' && <Note tone="danger">{trouble}</Note>}
        {take.failure && <Note tone="danger">{take.failure.message}</Note>}
        {documentId !== '' && !candidates && trouble === '' && (
          <p className="text-ink-soft">{t('register.take-reading')}</p>
        )}
        {candidates?.length === 0 && <p className="text-ink-soft">{t('register.take-none')}</p>}
        {candidates && candidates.length > 0 && candidates.every(({ state }) => state === 'same') && (
          <p className="mb-2 text-ink-soft">{t('register.take-nothing')}</p>
        )}
      </div>
      {candidates && candidates.length > 0 && (
        <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto rounded-md border border-line">
          {candidates.map((candidate, at) => (
            <Choice
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is fetched as a whole
              key={at}
              candidate={candidate}
              chosen={candidate.state !== 'same' && !left.has(at)}
              onChange={() =>
                setLeft(left.has(at) ? new Set([...left].filter((one) => one !== at)) : new Set([...left, at]))
              }
            />
          ))}
        </ul>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={chosen.length === 0 || take.running} onClick={() => void submit()}>
          {chosen.length === 0 ? t('register.take-none-chosen') : t('register.take-do', { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  )
}

type ChoiceProps = { candidate: ListedCandidate; chosen: boolean; onChange: () => void }

function Choice({ candidate, chosen, onChange }: ChoiceProps) {
  const t = useTexts()
  const { kind, zh, en, titles, others, state } = candidate
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 px-3 py-2 sm:grid-cols-[auto_1fr_1fr_10rem]">
      <input
        type="checkbox"
        aria-label={t('register.take-in', { name: zh[0] ?? en[0] ?? '' })}
        checked={chosen}
        disabled={state === 'same'}
        onChange={onChange}
        className="mt-1 size-4 accent-accent-solid"
      />
      <span>
        <FormsOf forms={zh} side="zh" />
      </span>
      <span className="col-start-2 sm:col-start-auto">
        <FormsOf forms={en} side="en" />
      </span>
      <span className="col-start-2 flex flex-wrap items-start gap-1.5 text-ink-faint text-sm sm:col-start-auto sm:justify-end">
        {t(`register.kind-${kind}`)}
        <Badge tone={state === 'same' ? 'plain' : 'info'}>{t(`register.take-${state}`)}</Badge>
      </span>
      {titles.length > 0 && (
        <div className="col-start-2 mt-1 text-ink-soft sm:col-end-5">
          <Titles titles={titles} />
        </div>
      )}
      {others.length > 0 && (
        <p className="col-start-2 mt-1 text-sm text-warn sm:col-end-5">
          {t('register.take-others', { forms: others.join('; ') })}
        </p>
      )}
    </li>
  )
}
