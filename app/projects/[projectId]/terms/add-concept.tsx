'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { ConceptDialog } from './concept-dialog'

export function AddConcept({ projectId }: { projectId: string }) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t('terms.add')}
      </Button>
      {open && <ConceptDialog projectId={projectId} concept={null} onClose={() => setOpen(false)} />}
    </>
  )
}
