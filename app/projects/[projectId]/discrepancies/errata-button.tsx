'use client'
import { FileCheck2 } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { exportAddress } from '@/app/_ui/export-menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useDownload } from '@/app/_ui/use-download'

type ErrataButtonProps = { projectId: string; documentId: string; title: string; size?: 'small' | 'medium' }

/** What the ledger leads to: the sheet of what was, is and why. */
export function ErrataButton({ projectId, documentId, title, size }: ErrataButtonProps) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Button
      size={size}
      disabled={busy}
      title={t('discrepancy.errataOf', { title })}
      onClick={() => download(exportAddress(projectId, documentId, 'errata'))}
    >
      <FileCheck2 aria-hidden />
      {t('discrepancy.errata')}
    </Button>
  )
}
