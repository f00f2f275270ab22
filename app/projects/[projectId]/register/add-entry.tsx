'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { EntryDialog } from './entry-dialog'

export function AddEntry({ projectId }: { projectId: string }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t('register.add')}
      </Button>
      {open && <EntryDialog projectId={projectId} entry={null} onClose={() => setOpen(false)} />}
    </>
  )
}
