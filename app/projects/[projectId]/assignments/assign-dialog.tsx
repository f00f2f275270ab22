'use client'
/** Gives out rows of a document of the project. */
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { Field, Select } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { AssignForm } from '@/app/_ui/work/assign-form'
import { RangeFields } from '@/app/_ui/work/range-fields'
import { rangeOfRows, useOutline } from '@/app/_ui/work/use-outline'

type AssignDialogProps = { projectId: string; documents: { id: string; title: string }[] }

export function AssignDialog(props: AssignDialogProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="medium"
      title={t('assignment.newTitle')}
      description={t('assignment.newLead')}
      trigger={
        <Button look="primary">
          <UserPlus aria-hidden />
          {t('assignment.new')}
        </Button>
      }
    >
      <AssignRows {...props} onClose={() => setOpen(false)} />
    </Dialog>
  )
}

function AssignRows({ projectId, documents, onClose }: AssignDialogProps & { onClose: () => void }) {
  const t = useTexts()
  const tell = useToast()
  const [documentId, setDocumentId] = useState(documents.length === 1 ? documents[0].id : '')
  const [typed, setTyped] = useState({ from: '', to: '' })
  const rows = useOutline(projectId, documentId)
  const range = rangeOfRows(rows, typed)
  const [from, to] = [Number(typed.from), Number(typed.to)].sort((one, other) => one - other)
  return (
    <AssignForm
      projectId={projectId}
      documentId={documentId}
      ranges={range && [range]}
      firstStep="translate"
      onCancel={onClose}
      onDone={({ name, pieces }) => {
        if (name !== null) tell(t('assignment.assigned', { name, from, to }))
        else tell(t('assignment.assignedPieces', { count: pieces }))
        onClose()
      }}
      rows={
        <>
          <Field label={t('assignment.document')} className="sm:col-span-2">
            {(parts) => (
              <Select
                {...parts}
                required
                value={documentId}
                onChange={(event) => {
                  setDocumentId(event.target.value)
                  setTyped({ from: '', to: '' })
                }}
              >
                <option value="">{t('assignment.chooseDocument')}</option>
                {documents.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <RangeFields key={documentId} rows={rows} range={typed} onRange={setTyped} chosen={documentId !== ''} />
        </>
      }
    />
  )
}
