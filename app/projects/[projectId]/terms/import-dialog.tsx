'use client'
/** A file of terms: what it holds and what bringing it in would do. */
import { FileImport, Problems } from '@/app/_ui/file-import'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { TermsPreview } from '@/lib/termbase/import-terms'
import { TermWord } from './term-word'

export function ImportDialog({ projectId }: { projectId: string }) {
  const t = useTexts()
  return (
    <FileImport<Readable>
      address={`/api/projects/${projectId}/terms`}
      accept=".tbx,.xml,.csv,.tsv,.txt"
      title={t('terms.import-title')}
      lead={t('terms.import-lead')}
      button={t('terms.import')}
      label={t('terms.import-file')}
      doIt={t('terms.import-do')}
      failed={t('terms.import-failed')}
      sayLine={(line, message) => t('terms.import-line', { line, message })}
      sayKept={(counts) => t('terms.imported', counts)}
      show={(preview) => <Preview preview={preview} />}
    />
  )
}

type Readable = Extract<TermsPreview, { ok: true }>

function Preview({ preview: { notices, shown, ok: _, ...counts } }: { preview: Readable }) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-3">
      <p>{t(counts.fresh + counts.changed === 0 ? 'terms.import-nothing' : 'terms.import-would', counts)}</p>
      {notices.length > 0 && (
        <Note>
          <p className="font-medium">{t('terms.import-notices')}</p>
          <Problems problems={notices} sayLine={(line, message) => t('terms.import-line', { line, message })} />
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
                {SIDES.map((side) => (
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
