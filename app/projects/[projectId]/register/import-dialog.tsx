'use client'
/** A table of the register: what it holds and what bringing it in would do. */
import { FileImport } from '@/app/_ui/file-import'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { RegisterPreview } from '@/lib/register/import-register'
import { FormsOf, Titles } from './forms'

type Readable = Extract<RegisterPreview, { ok: true }>

export function ImportDialog({ projectId }: { projectId: string }) {
  const t = useTexts()
  return (
    <FileImport<Readable>
      address={`/api/projects/${projectId}/register`}
      accept=".csv,.tsv,.txt"
      title={t('register.import-title')}
      lead={t('register.import-lead')}
      button={t('register.import')}
      label={t('register.import-file')}
      doIt={t('register.import-do')}
      failed={t('register.import-failed')}
      sayLine={(line, message) => t('register.import-line', { line, message })}
      sayKept={(counts) => t('register.imported', counts)}
      show={(preview) => <Preview preview={preview} />}
    />
  )
}

function Preview({ preview: { shown, ok: _, ...counts } }: { preview: Readable }) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-3">
      <p>{t(counts.fresh + counts.changed === 0 ? 'register.import-nothing' : 'register.import-would', counts)}</p>
      {shown.length > 0 && (
        <section
          aria-label={t('register.import-first')}
          className="max-h-60 overflow-y-auto rounded-md border border-line"
        >
          <ul className="divide-y divide-line text-sm">
            {shown.map((entry) => (
              <li key={entry.id} className="grid grid-cols-2 gap-3 px-3 py-1.5">
                {SIDES.map((side) => (
                  <span key={side}>
                    <FormsOf forms={entry[side]} side={side} />
                  </span>
                ))}
                {entry.titles.length > 0 && (
                  <div className="col-span-2">
                    <Titles titles={entry.titles} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
