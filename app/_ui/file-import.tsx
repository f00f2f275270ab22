'use client'
/** The dialog that brings a file in: what it holds and would do, or what is wrong with it. */
import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '@/lib/bitext/text'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field } from './field'
import { Note } from './note'
import { sayNotice } from './texts/say-notice'
import { useTexts } from './texts/texts-provider'
import { useFileImport } from './use-file-import'

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

export function FileImport<Preview extends Kept & { ok: true }>(props: FileImportProps<Preview>) {
  const t = useTexts()
  const { open, change, preview, busy, trouble, look, keep } = useFileImport<Preview | Refused, Kept>(props)
  const does = preview?.ok === true && preview.fresh + preview.changed > 0
  return (
    <Dialog
      open={open}
      onOpenChange={change}
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
        {preview &&
          (preview.ok ? (
            props.show(preview)
          ) : (
            <Note tone="danger">
              <p className="font-medium">{props.failed}</p>
              <Problems problems={preview.problems} sayLine={props.sayLine} />
            </Note>
          ))}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button look="quiet" onClick={() => change(false)}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={busy || !does} onClick={() => void keep()}>
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
