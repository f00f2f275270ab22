'use client'
import { Download } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useDownload } from '@/app/_ui/use-download'

type MarotButtonProps = { projectId: string; documentId: string; title: string }

export function MarotButton({ projectId, documentId, title }: MarotButtonProps) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Button
      look="quiet"
      size="small"
      disabled={busy}
      aria-label={t('quality.marotOf', { title })}
      onClick={() => void download(`/api/projects/${projectId}/quality/${documentId}`)}
    >
      <Download aria-hidden />
      {t('quality.marot')}
    </Button>
  )
}
