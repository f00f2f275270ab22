'use client'
/** Brings a file of terms in: first what it holds and would do, then, once that is confirmed, the deed. */
import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Field } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { sayNotice } from '@/app/_ui/texts/say-notice'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import type { Problem } from '@/lib/bitext/text'
import type { TermsPreview } from '@/lib/termbase/import-terms'
import { TermWord } from './term-word'

type Seen = { file: File; preview: TermsPreview }

export function ImportDialog({ projectId }: { projectId: string }) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async <Value,>(file: File, keep: boolean): Promise<Value | null> => {
    setBusy(true)
    setTrouble('')
    const query = new URLSearchParams({ name: file.name, ...(keep && { keep: '' }) })
    const response = await fetch(`/api/projects/${projectId}/terms?${query}`, { method: 'POST', body: file }).catch(
      () => null,
    )
    const body: unknown = await response?.json().catch(() => null)
    setBusy(false)
    if (response?.ok) return body as Value
    const message = (body as { message?: unknown } | null)?.message
    setTrouble(typeof message === 'string' ? message : t('problems.offline'))
    return null
  }
  const look = async (file: File | undefined) => {
    setSeen(null)
    const preview = file && (await send<TermsPreview>(file, false))
    if (file && preview) setSeen({ file, preview })
  }
  const bringIn = async () => {
    if (!seen) return
    const counts = await send<{ fresh: number; changed: number }>(seen.file, true)
    if (!counts) return
    tell(t('terms.imported', counts))
    close(false)
    router.refresh()
  }
  const close = (next: boolean) => {
    setOpen(next)
    setSeen(null)
    setTrouble('')
  }
  const does = seen?.preview.ok === true && seen.preview.fresh + seen.preview.changed > 0
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      width="medium"
      title={t('terms.import-title')}
      description={t('terms.import-lead')}
      trigger={
        <Button>
          <Upload aria-hidden />
          {t('terms.import')}
        </Button>
      }
    >
      <Field label={t('terms.import-file')}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept=".tbx,.xml,.csv,.tsv,.txt"
            disabled={busy}
            onChange={(event) => void look(event.target.files?.[0])}
            className="text-sm"
          />
        )}
      </Field>
      <div aria-live="polite" className="mt-3">
        {trouble !== '' && <Note tone="danger">{trouble}</Note>}
        {seen && <Preview preview={seen.preview} />}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button look="quiet" onClick={() => close(false)}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={busy || !does} onClick={() => void bringIn()}>
          {t('terms.import-do')}
        </Button>
      </div>
    </Dialog>
  )
}

function Preview({ preview }: { preview: TermsPreview }) {
  const t = useTexts()
  if (!preview.ok) {
    return (
      <Note tone="danger">
        <p className="font-medium">{t('terms.import-failed')}</p>
        <Problems problems={preview.problems} />
      </Note>
    )
  }
  const { notices, shown, ...counts } = preview
  return (
    <div className="flex flex-col gap-3">
      <p>{t(counts.fresh + counts.changed === 0 ? 'terms.import-nothing' : 'terms.import-would', counts)}</p>
      {notices.length > 0 && (
        <Note>
          <p className="font-medium">{t('terms.import-notices')}</p>
          <Problems problems={notices} />
        </Note>
      )}
      {shown.length > 0 && (
        <section
          aria-label={t('terms.import-first')}
          className="max-h-60 overflow-y-auto rounded-md border border-line"
        >
          <ul className="divide-y divide-line text-sm">
            {shown.map((concept) => (
              <li key={concept.id} className="grid grid-cols-2 gap-3 px-3 py-1.5">
                {(['zh', 'en'] as const).map((side) => (
                  <span key={side}>
                    {concept.terms
                      .filter((term) => term.side === side)
                      .map((term, i) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: forms stand in their order and may be equal
                        <TermWord key={i} term={term} />
                      ))}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTexts()
  return (
    <ul className="list-disc pl-5">
      {problems.map((problem) => (
        <li key={`${problem.id} ${problem.line ?? ''}`}>
          {problem.line === undefined
            ? sayNotice(t, problem)
            : t('terms.import-line', { line: problem.line, message: sayNotice(t, problem) })}
        </li>
      ))}
    </ul>
  )
}
