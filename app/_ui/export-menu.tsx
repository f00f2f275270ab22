'use client'
/** The forms a document can leave in, each said in a line. */
import { Download, LoaderCircle } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import type { ErrataFormatId, ExportFormatId } from '@/lib/bitext/interchange'
import { Button } from './button'
import { Menu, MenuItem, MenuLabel } from './menu'
import { useTexts } from './texts/texts-provider'
import { useDownload } from './use-download'

const GROUPS = ['read', 'data', 'errata'] as const

type FormatId = ExportFormatId | ErrataFormatId

/** Every format in its group; a new one does not compile until it is given a place here. */
const FORMATS: Record<FormatId, (typeof GROUPS)[number]> = {
  docx: 'read',
  html: 'read',
  'html-zh': 'read',
  'html-en': 'read',
  tmx: 'data',
  csv: 'data',
  json: 'data',
  errata: 'errata',
  'errata-docx': 'errata',
  'errata-json': 'errata',
}

type ExportMenuProps = {
  projectId: string
  documentId: string
  /** Of a published edition; left out, the document as it stands. */
  edition?: number
  /** The forms of this group alone. */
  only?: (typeof GROUPS)[number]
  label?: ReactNode
  /** Tells one menu from the next where a page has several. */
  title?: string
  /** Of the button that opens it. */
  look?: ComponentProps<typeof Button>['look']
  size?: ComponentProps<typeof Button>['size']
}

export function ExportMenu({ projectId, documentId, edition, only, label, title, look, size }: ExportMenuProps) {
  const t = useTexts()
  const { busy, download } = useDownload()
  return (
    <Menu
      className="w-80 max-w-[calc(100vw-1rem)]"
      trigger={
        <Button
          look={look}
          size={size}
          aria-busy={busy}
          aria-label={title === undefined ? undefined : t('export.actionOf', { title })}
        >
          {busy ? <LoaderCircle aria-hidden className="animate-spin" /> : <Download aria-hidden />}
          {label ?? t('export.action')}
        </Button>
      }
    >
      {(only ? [only] : GROUPS).map((group) => (
        <DropdownMenu.Group key={group} aria-label={t(`export.group.${nameOf(group, edition)}`)}>
          <MenuLabel aria-hidden>{t(`export.group.${nameOf(group, edition)}`)}</MenuLabel>
          {formatsOf(group).map((format) => (
            <FormatItem
              key={format}
              format={format}
              address={exportAddress(projectId, documentId, format, edition)}
              onChoose={download}
            />
          ))}
        </DropdownMenu.Group>
      ))}
    </Menu>
  )
}

export function exportAddress(projectId: string, documentId: string, format: FormatId, edition?: number): string {
  if (edition !== undefined) return `/api/projects/${projectId}/documents/${documentId}/editions/${edition}/${format}`
  return `/api/projects/${projectId}/exports/${documentId}/${format}`
}

/** Of the document as it stands there is only what the next sheet would say. */
function nameOf(group: (typeof GROUPS)[number], edition: number | undefined) {
  return group === 'errata' && edition === undefined ? 'errata-next' : group
}

function formatsOf(group: (typeof GROUPS)[number]): FormatId[] {
  return (Object.keys(FORMATS) as FormatId[]).filter((format) => FORMATS[format] === group)
}

type FormatItemProps = { format: FormatId; address: string; onChoose: (address: string) => void }

function FormatItem({ format, address, onChoose }: FormatItemProps) {
  const t = useTexts()
  return (
    <MenuItem className="items-baseline" onSelect={() => onChoose(address)}>
      <span className="w-24 shrink-0 font-medium">{t(`export.format.${format}`)}</span>
      <span className="min-w-0 text-ink-soft text-sm">{t(`export.formatHint.${format}`)}</span>
    </MenuItem>
  )
}
