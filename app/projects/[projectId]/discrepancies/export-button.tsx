'use client'
import { Download, LoaderCircle } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { Menu, MenuItem, MenuLabel } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useDownload } from '@/app/_ui/use-download'
import { LEDGER_FORMATS } from '@/lib/discrepancy/input'

/** What the filter shows, as a file. `query`: the filter as it stands in the address. */
export function ExportButton({ projectId, query, count }: { projectId: string; query: string; count: number }) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Menu
      className="w-72"
      trigger={
        <Button aria-busy={busy}>
          {busy ? <LoaderCircle aria-hidden className="animate-spin" /> : <Download aria-hidden />}
          {t('export.action')}
        </Button>
      }
    >
      <MenuLabel>{t('ledger.exportWhat', { count })}</MenuLabel>
      {LEDGER_FORMATS.map((format) => (
        <MenuItem
          key={format}
          className="items-baseline"
          onSelect={() => download(`/api/projects/${projectId}/discrepancies/export/${format}${query && `?${query}`}`)}
        >
          <span className="w-14 shrink-0 font-medium">{t(`export.format.${format}`)}</span>
          <span className="min-w-0 text-ink-soft text-sm">{t(`ledger.exportHint.${format}`)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}
