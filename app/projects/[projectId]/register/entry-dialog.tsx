'use client'
/** One entry of the register with its forms in both languages, kept as a whole. */
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { CONTROL, Field, Input, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { ENTRY_KINDS, LONGEST_FORM, MOST_TITLES } from '@/lib/bitext/register/entry'
import { SIDES } from '@/lib/bitext/text'
import type { EntryRow } from '@/lib/register/queries'
import { keepEntry, removeEntry } from './actions'
import { draftOf, type EntryDraft, saidIn, type TitleDraft } from './entry-draft'
import { FormLines } from './form-lines'

type Props = { projectId: string; entry: EntryRow | null; onClose: () => void }

export function EntryDialog({ projectId, entry, onClose }: Props) {
  const t = useTexts()
  const tell = useToast()
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(entry))
  const [unfit, setUnfit] = useState(false)
  const [sure, setSure] = useState(false)
  const keep = useAction(keepEntry)
  const remove = useAction(removeEntry)
  const failure = keep.failure ?? remove.failure
  const change = (part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const said = saidIn(draft)
    setUnfit(!said)
    if (!said) return
    const seen = { entryId: entry?.id ?? null, seenVersion: entry?.version ?? 0 }
    if (!(await keep.run({ projectId, ...seen, ...said }))) return
    tell(t('register.saved'))
    onClose()
  }
  const drop = async () => {
    if (!entry) return
    if (!sure) return setSure(true)
    if (!(await remove.run({ projectId, entryId: entry.id, seenVersion: entry.version }))) return
    tell(t('register.deleted'))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(entry ? 'register.dialog-edit' : 'register.dialog-add')}
      width="large"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('register.kind')}>
          {(parts) => (
            <Select
              {...parts}
              className="!w-auto"
              value={draft.kind}
              onChange={(event) => change({ kind: ENTRY_KINDS.find((one) => one === event.target.value) ?? 'person' })}
            >
              {ENTRY_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`register.kind-${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          {SIDES.map((side) => (
            <Field key={side} label={t(`register.${side}`)}>
              {(parts) => (
                <FormLines {...parts} side={side} value={draft[side]} onValue={(value) => change({ [side]: value })} />
              )}
            </Field>
          ))}
        </div>
        <p className="-mt-2 text-ink-faint text-sm">{t('register.forms-hint')}</p>
        {draft.kind === 'person' && <TitleFields titles={draft.titles} onTitles={(titles) => change({ titles })} />}
        <Field label={t('register.note')}>
          {(parts) => (
            <Input
              {...parts}
              maxLength={2000}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
        {unfit && <Note tone="danger">{t('register.needs-form', { most: LONGEST_FORM })}</Note>}
        {failure && <Note tone="danger">{failure.message}</Note>}
        <div className="flex flex-wrap justify-end gap-2">
          {entry && (
            <Button look="danger" className="mr-auto" disabled={remove.running} onClick={() => void drop()}>
              {t(sure ? 'register.delete-sure' : 'register.delete')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={keep.running}>
            {t('register.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type TitleFieldsProps = { titles: TitleDraft[]; onTitles: (titles: TitleDraft[]) => void }

function TitleFields({ titles, onTitles }: TitleFieldsProps) {
  const t = useTexts()
  const next = Math.max(-1, ...titles.map(({ id }) => id)) + 1
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t('register.titles')}</legend>
      <div className="flex flex-col gap-2">
        {titles.map((title, at) => (
          <fieldset key={title.id} className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[1fr_1fr_auto]">
            <legend className="sr-only">{t('register.title-number', { number: at + 1 })}</legend>
            {SIDES.map((side) => (
              <FormLines
                key={side}
                side={side}
                className={`${CONTROL} text-sm ${side === 'en' ? 'col-start-1 sm:col-start-2' : ''}`}
                aria-label={t(`register.title-${side}`, { number: at + 1 })}
                placeholder={t(`register.${side}`)}
                value={title[side]}
                onValue={(value) => onTitles(titles.with(at, { ...title, [side]: value }))}
              />
            ))}
            <IconButton
              size="small"
              className="col-start-2 row-start-1 sm:col-start-3"
              label={t('register.remove-title', { number: at + 1 })}
              onClick={() => onTitles(titles.filter(({ id }) => id !== title.id))}
            >
              <X aria-hidden />
            </IconButton>
          </fieldset>
        ))}
        {titles.length < MOST_TITLES && (
          <Button
            size="small"
            look="quiet"
            className="self-start"
            onClick={() => onTitles([...titles, { id: next, zh: '', en: '' }])}
          >
            <Plus aria-hidden />
            {t('register.add-title')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
