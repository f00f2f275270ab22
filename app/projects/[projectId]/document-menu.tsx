'use client'
/** What a manager does to a document as a whole: give it another name, take it away. */
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { Button, IconButton } from '@/app/_ui/button'
import { Dialog, DialogActions } from '@/app/_ui/dialog'
import { Field, Input } from '@/app/_ui/field'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import { deleteDocumentHere, renameDocumentHere } from './actions'

type DocumentMenuProps = { projectId: string; documentId: string; title: string; version: number; editions: number }

export function DocumentMenu(document: DocumentMenuProps) {
  const t = useTexts()
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setAsking(null)
  return (
    <>
      <Menu
        trigger={
          <IconButton ref={button} label={t('common.moreFor', { name: document.title })} size="small">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setAsking('rename')}>
          <PencilLine aria-hidden />
          {t('project.rename')}
        </MenuItem>
        <MenuItem danger onSelect={() => setAsking('delete')}>
          <Trash2 aria-hidden />
          {t('common.delete')}
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameDialog {...document} onClose={close} returnFocus={button} />}
      {asking === 'delete' && <DeleteDialog {...document} onClose={close} returnFocus={button} />}
    </>
  )
}

type DialogProps = DocumentMenuProps & { onClose: () => void; returnFocus: RefObject<HTMLElement | null> }

function RenameDialog({ projectId, documentId, title, version, onClose, returnFocus }: DialogProps) {
  const t = useTexts()
  const tell = useToast()
  const rename = useAction(renameDocumentHere)
  const titleRefused = rename.failure?.detail.field === 'title'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const next = String(new FormData(event.currentTarget).get('title'))
    if (!(await rename.run({ projectId, documentId, title: next, seenVersion: version }))) return
    tell(t('project.renamed'))
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} returnFocus={returnFocus} title={t('project.renameTitle')}>
      <form onSubmit={submit} noValidate>
        {rename.failure && !titleRefused && (
          <Note tone="danger" className="mb-4">
            {rename.failure.message}
          </Note>
        )}
        <Field label={t('project.documentTitle')} error={titleRefused ? t('project.titleProblem') : undefined}>
          {(parts) => (
            <Input {...parts} name="title" defaultValue={title} required maxLength={300} autoComplete="off" />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={rename.running}>
            {t('project.rename')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function DeleteDialog({ projectId, documentId, title, editions, onClose, returnFocus }: DialogProps) {
  const t = useTexts()
  const tell = useToast()
  const remove = useAction(deleteDocumentHere)

  async function confirm() {
    if (!(await remove.run({ projectId, documentId }))) return
    tell(t('project.deleted', { name: title }))
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocus={returnFocus}
      title={t('project.deleteTitle', { name: title })}
      description={t('project.deleteBody')}
    >
      {editions > 0 && (
        <Note tone="info" className="mb-4">
          {t('project.deleteEditions', { count: editions })}
        </Note>
      )}
      {remove.failure && <Note tone="danger">{remove.failure.message}</Note>}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="danger" onClick={confirm} disabled={remove.running}>
          {t('project.deleteConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
