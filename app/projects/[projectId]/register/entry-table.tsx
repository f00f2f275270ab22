'use client'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { IconButton } from '@/app/_ui/button'
import { Table, Td, Th } from '@/app/_ui/table'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { EntryRow } from '@/lib/register/queries'
import { EntryDialog } from './entry-dialog'
import { FormsOf, Titles } from './forms'

type Props = { projectId: string; entries: readonly EntryRow[]; manages: boolean }

export function EntryTable({ projectId, entries, manages }: Props) {
  const t = useTexts()
  const [edited, setEdited] = useState<EntryRow | null>(null)
  const hasTitles = entries.some(({ titles }) => titles.length > 0)
  return (
    <>
      <Table label={t('register.page-title')}>
        <thead>
          <tr>
            <Th>{t('register.kind')}</Th>
            <Th>{t('register.zh')}</Th>
            <Th>{t('register.en')}</Th>
            {hasTitles && <Th>{t('register.titles')}</Th>}
            {manages && (
              <Th>
                <span className="sr-only">{t('register.dialog-edit')}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <Td className="whitespace-nowrap align-top text-ink-soft text-sm">
                {t(`register.kind-${entry.kind}`)}
                {entry.titles.length > 1 && (
                  <Badge tone="info" className="ml-2">
                    {t('register.two-titles', { count: entry.titles.length })}
                  </Badge>
                )}
              </Td>
              {SIDES.map((side) => (
                <Td key={side} className="min-w-32 align-top">
                  <FormsOf forms={entry[side]} side={side} />
                  {side === 'en' && entry.note && <span className="block text-ink-faint text-sm">{entry.note}</span>}
                </Td>
              ))}
              {hasTitles && (
                <Td className="min-w-56 align-top">
                  <Titles titles={entry.titles} />
                </Td>
              )}
              {manages && (
                <Td className="w-12 align-top">
                  <IconButton
                    size="small"
                    label={t('register.edit-name', { name: entry.zh[0] ?? entry.en[0] ?? '' })}
                    onClick={() => setEdited(entry)}
                  >
                    <Pencil aria-hidden />
                  </IconButton>
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {edited && <EntryDialog key={edited.id} projectId={projectId} entry={edited} onClose={() => setEdited(null)} />}
    </>
  )
}
