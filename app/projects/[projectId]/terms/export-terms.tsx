'use client'
import { Download } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { Menu, MenuItem } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useDownload } from '@/app/_ui/use-download'
import { TERM_FORMATS } from '@/lib/termbase/input'

export function ExportTerms({ projectId }: { projectId: string }) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Menu
      trigger={
        <Button disabled={busy}>
          <Download aria-hidden />
          {t('terms.export')}
        </Button>
      }
    >
      {TERM_FORMATS.map((format) => (
        <MenuItem key={format} onSelect={() => void download(`/api/projects/${projectId}/terms/export/${format}`)}>
          {t(`terms.export-${format}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
