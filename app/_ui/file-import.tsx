'use client'
/** Brings a file in: first what it holds and would do, then, once that is confirmed, the deed. */
import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { Problem } from '@/lib/bitext/text'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field } from './field'
import { Note } from './note'
import { sayNotice } from './texts/say-notice'
import { useTexts } from './texts/texts-provider'
import { useToast } from './toast'

type Refused = { ok: false; problems: Problem[] }

type Kept = { fresh: number; changed: number }

type FileImportProps<Preview> = {
  /** Where the file is posted as the body: looked at, or with `?keep` kept. */
  address: string
  accept: string
  title: string
  lead: string
  button: string
  label: string
  doIt: string
  failed: string
  sayLine: (line: number, message: string) => string
  sayKept: (counts: Kept) => string
  show: (preview: Preview) => ReactNode
}

type Seen<Preview> = { file: File; preview: Preview | Refused }

export function FileImport<Preview extends Kept & { ok: true }>(props: FileImportProps<Preview>) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<Seen<Preview> | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async <Value,>(file: File, keep: boolean): Promise<Value | null> => {
    setBusy(true)
    setTrouble('')
    const query = new URLSearchParams({ name: file.name, ...(keep && { keep: '' }) })
    const response = await fetch(`${props.address}?${query}`, { method: 'POST', body: file }).catch(() => null)
    const body: unknown = await response?.json().catch(() => null)
    setBusy(false)
    if (response?.ok) return body as Value
    const message = (body as { message?: unknown } | null)?.message
    setTrouble(typeof message === 'string' ? message : t('problems.offline'))
    return null
  }
  const close = (next: boolean) => {
    setOpen(next)
    setSeen(null)
    setTrouble('')
  }
  const look = async (file: File | undefined) => {
    setSeen(null)
    const preview = file && (await send<Preview | Refused>(file, false))
    if (file && preview) setSeen({ file, preview })
  }
  const bringIn = async () => {
    if (!seen) return
    const counts = await send<Kept>(seen.file, true)
    if (!counts) return
    tell(props.sayKept(counts))
    close(false)
    router.refresh()
  }
  const does = seen?.preview.ok === true && seen.preview.fresh + seen.preview.changed > 0
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      width="medium"
      title={props.title}
      description={props.lead}
      trigger={
        <Button>
          <Upload aria-hidden />
          {props.button}
        </Button>
      }
    >
      <Field label={props.label}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept={props.accept}
            disabled={busy}
            onChange={(event) => void look(event.target.files?.[0])}
            className="text-sm"
          />
        )}
      </Field>
      <div aria-live="polite" className="mt-3">
        {trouble !== '' && <Note tone="danger">{trouble}</Note>}
        {seen &&
          (seen.preview.ok ? (
            props.show(seen.preview)
          ) : (
            <Note tone="danger">
              <p className="font-medium">{props.failed}</p>
              <Problems problems={seen.preview.problems} sayLine={props.sayLine} />
            </Note>
          ))}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button look="quiet" onClick={() => close(false)}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={busy || !does} onClick={() => void bringIn()}>
          {props.doIt}
        </Button>
      </div>
    </Dialog>
  )
}

type ProblemsProps = { problems: readonly Problem[]; sayLine: (line: number, message: string) => string }

export function Problems({ problems, sayLine }: ProblemsProps) {
  const t = useTexts()
  return (
    <ul className="list-disc pl-5">
      {problems.map((problem) => (
        <li key={`${problem.id} ${problem.line ?? ''}`}>
          {problem.line === undefined ? sayNotice(t, problem) : sayLine(problem.line, sayNotice(t, problem))}
        </li>
      ))}
    </ul>
  )
}
