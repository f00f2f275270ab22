'use client'
/** Brings errors in that were marked elsewhere: first what the file would write down, then, once confirmed, the deed. */
import { Upload } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useFileImport } from '@/app/_ui/use-file-import'
import type { MarotPreview } from '@/lib/quality/import-marot'

type BringDialogProps = { projectId: string; documentId: string; title: string }

/** More lines than this nobody reads in a dialog. */
const LINES_SHOWN = 20

export function BringDialog({ projectId, documentId, title }: BringDialogProps) {
  const t = useTexts()
  const { open, change, preview, busy, trouble, look, keep } = useFileImport<MarotPreview, { count: number }>({
    address: `/api/projects/${projectId}/quality/${documentId}`,
    sayKept: (done) => t('quality.brought', done),
  })
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      width="medium"
      title={t('quality.bringOf', { title })}
      description={t('quality.bringLead')}
      trigger={
        <Button look="quiet" size="small" aria-label={t('quality.bringOf', { title })}>
          <Upload aria-hidden />
          {t('quality.bring')}
        </Button>
      }
    >
      <Field label={t('quality.bringFile')}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept=".tsv,.txt"
            disabled={busy}
            onChange={(event) => void look(event.target.files?.[0])}
            className="text-sm"
          />
        )}
      </Field>
      <div aria-live="polite" className="mt-3">
        {trouble !== '' && <Note tone="danger">{trouble}</Note>}
        {preview && <Preview preview={preview} />}
      </div>
      <DialogActions>
        <Button onClick={() => change(false)}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={busy || !preview?.fresh} onClick={() => void keep()}>
          {t('quality.bringDo')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Preview({ preview: { fresh, known, lost, right, problems } }: { preview: MarotPreview }) {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-3">
      <ul className="list-disc pl-5">
        <li className="font-medium">{t('quality.bringFresh', { count: fresh })}</li>
        {known > 0 && <li>{t('quality.bringKnown', { count: known })}</li>}
        {lost > 0 && <li>{t('quality.bringLost', { count: lost })}</li>}
        {right > 0 && <li>{t('quality.bringRight', { count: right })}</li>}
      </ul>
      {problems.length > 0 && (
        <Note tone="warn" title={t('quality.bringLines')}>
          <ul className="max-h-40 overflow-y-auto text-sm">
            {problems.slice(0, LINES_SHOWN).map(({ line, why, what }) => (
              <li key={line} className="break-words">
                {t('quality.bringLine', { line, what: t(`quality.problem_${why}`, { what: what.slice(0, 80) }) })}
              </li>
            ))}
            {problems.length > LINES_SHOWN && <li>… {problems.length}</li>}
          </ul>
        </Note>
      )}
    </div>
  )
}
