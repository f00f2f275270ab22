'use client'
import { Download } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useDownload } from '@/app/_ui/use-download'

export function ExportButton({ projectId }: { projectId: string }) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Button disabled={busy} onClick={() => void download(`/api/projects/${projectId}/register/export`)}>
      <Download aria-hidden />
      {t('register.export')}
    </Button>
  )
}
