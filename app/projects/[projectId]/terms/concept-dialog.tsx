'use client'
/** One concept with its forms in both languages, kept as a whole. */
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { CONTROL, Field, Input, Textarea } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { PARTS_OF_SPEECH, TERM_STATUSES, type Term } from '@/lib/bitext/terms/term'
import { SIDES, type Side } from '@/lib/bitext/text'
import type { ConceptRow } from '@/lib/termbase/queries'
import { keepConcept, removeConcept } from './actions'

type Draft = Term & { id: number }

const BLANK = { text: '', status: 'preferred', note: '', source: '' } as const
const LANG = { zh: 'zh-CN', en: 'en' } as const

let made = 0
function draft(term: Omit<Term, 'side'> & { side: Side }): Draft {
  made += 1
  return { ...term, id: made }
}

type Props = { projectId: string; concept: ConceptRow | null; onClose: () => void }

export function ConceptDialog({ projectId, concept, onClose }: Props) {
  const t = useTexts()
  const tell = useToast()
  const [terms, setTerms] = useState<Draft[]>(() =>
    concept ? concept.terms.map(draft) : SIDES.map((side) => draft({ ...BLANK, side })),
  )
  const [definition, setDefinition] = useState(concept?.definition ?? '')
  const [subject, setSubject] = useState(concept?.subject ?? '')
  const [empty, setEmpty] = useState(false)
  const [sure, setSure] = useState(false)
  const keep = useAction(keepConcept)
  const remove = useAction(removeConcept)
  const failure = keep.failure ?? remove.failure
  const change = (id: number, part: Partial<Term>) =>
    setTerms(terms.map((term) => (term.id === id ? { ...term, ...part } : term)))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const said = terms.filter(({ text }) => text.trim() !== '').map(({ id, ...term }) => term)
    if (said.length === 0) return setEmpty(true)
    const done = await keep.run({
      projectId,
      conceptId: concept?.id ?? null,
      seenVersion: concept?.version ?? 0,
      definition,
      subject,
      terms: said,
    })
    if (!done) return
    tell(t('terms.saved'))
    onClose()
  }
  const drop = async () => {
    if (!concept) return
    if (!sure) return setSure(true)
    const done = await remove.run({ projectId, conceptId: concept.id, seenVersion: concept.version })
    if (!done) return
    tell(t('terms.deleted'))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(concept ? 'terms.dialog-edit' : 'terms.dialog-add')}
      width="large"
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {SIDES.map((side) => (
          <fieldset key={side}>
            <legend className="mb-1 font-semibold">{t(`terms.${side}`)}</legend>
            <div className="flex flex-col gap-2">
              {terms
                .filter((term) => term.side === side)
                .map((term) => (
                  <TermFields
                    key={term.id}
                    term={term}
                    onChange={(part) => change(term.id, part)}
                    onRemove={() => setTerms(terms.filter(({ id }) => id !== term.id))}
                  />
                ))}
              <Button
                size="small"
                look="quiet"
                className="self-start"
                onClick={() => {
                  const taken = terms.some((term) => term.side === side && term.status === 'preferred')
                  setTerms([...terms, draft({ ...BLANK, side, status: taken ? 'admitted' : 'preferred' })])
                }}
              >
                <Plus aria-hidden />
                {t(`terms.add-${side}`)}
              </Button>
            </div>
          </fieldset>
        ))}
        <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
          <Field label={t('terms.definition')}>
            {(parts) => (
              <Textarea
                {...parts}
                className="!min-h-16"
                maxLength={4000}
                value={definition}
                onChange={(event) => setDefinition(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('terms.subject')}>
            {(parts) => (
              <Input {...parts} maxLength={500} value={subject} onChange={(event) => setSubject(event.target.value)} />
            )}
          </Field>
        </div>
        {empty && <Note tone="danger">{t('terms.needs-term')}</Note>}
        {failure && <Note tone="danger">{failure.message}</Note>}
        <div className="flex flex-wrap justify-end gap-2">
          {concept && (
            <Button look="danger" className="mr-auto" disabled={remove.running} onClick={() => void drop()}>
              {t(sure ? 'terms.delete-sure' : 'terms.delete')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={keep.running}>
            {t('terms.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type FieldsProps = { term: Draft; onChange: (part: Partial<Term>) => void; onRemove: () => void }

function TermFields({ term, onChange, onRemove }: FieldsProps) {
  const t = useTexts()
  const small = `${CONTROL} !w-auto h-9 text-sm`
  const [details, setDetails] = useState(term.note !== '' || term.source !== '')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        lang={LANG[term.side]}
        aria-label={t('terms.term')}
        value={term.text}
        maxLength={500}
        onChange={(event) => onChange({ text: event.target.value })}
        className={`${CONTROL} !w-auto h-9 min-w-0 flex-1 basis-48`}
      />
      <select
        aria-label={t('terms.status')}
        value={term.status}
        onChange={(event) =>
          onChange({ status: TERM_STATUSES.find((one) => one === event.target.value) ?? 'admitted' })
        }
        className={small}
      >
        {TERM_STATUSES.map((one) => (
          <option key={one} value={one}>
            {t(`terms.${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('terms.part')}
        value={term.partOfSpeech ?? ''}
        onChange={(event) => onChange({ partOfSpeech: PARTS_OF_SPEECH.find((one) => one === event.target.value) })}
        className={small}
      >
        <option value="">{t('terms.part-none')}</option>
        {PARTS_OF_SPEECH.map((one) => (
          <option key={one} value={one}>
            {t(`terms.part-${one}`)}
          </option>
        ))}
      </select>
      <IconButton
        size="small"
        label={term.text === '' ? t('terms.remove-empty') : t('terms.remove', { name: term.text })}
        onClick={onRemove}
      >
        <X aria-hidden />
      </IconButton>
      {details ? (
        <div className="grid basis-full gap-2 sm:grid-cols-2">
          {(['note', 'source'] as const).map((name) => (
            <input
              key={name}
              aria-label={t(`terms.${name}`)}
              placeholder={t(`terms.${name}`)}
              value={term[name]}
              maxLength={2000}
              onChange={(event) => onChange({ [name]: event.target.value })}
              className={`${CONTROL} h-9 text-sm`}
            />
          ))}
        </div>
      ) : (
        <button type="button" className="link basis-full text-left text-sm" onClick={() => setDetails(true)}>
          {t('terms.more-details')}
        </button>
      )}
    </div>
  )
}
