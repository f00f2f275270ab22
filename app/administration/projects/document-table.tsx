'use client'
import { RotateCcw } from 'lucide-react'
import { Button } from '@/app/_ui/button'
import { Table, Td, Th } from '@/app/_ui/table'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { DeletedDocument } from '@/lib/administration/deleted-documents'
import { bringDocumentBackHere } from '../actions'

export function DocumentTable({ documents }: { documents: DeletedDocument[] }) {
  const t = useTexts()
  const tell = useToast()
  const restore = useTold(bringDocumentBackHere)
  return (
    <Table label={t('administration.deletedDocuments')}>
      <thead>
        <tr>
          <Th>{t('administration.document')}</Th>
          <Th>{t('administration.project')}</Th>
          <Th>{t('administration.deletedAt')}</Th>
          <Th>{t('administration.goesAt')}</Th>
          <Th>
            <span className="sr-only">{t('administration.restore')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {documents.map(({ id: documentId, title, project, deletedAt, goesAt }) => (
          <tr key={documentId} className="hover:bg-hover">
            <Td className="font-medium">{title}</Td>
            <Td>{project}</Td>
            <Td className="whitespace-nowrap">
              <Time at={deletedAt} show="day" />
            </Td>
            <Td className="whitespace-nowrap">
              {goesAt ? <Time at={goesAt} show="day" /> : t('administration.stays')}
            </Td>
            <Td className="w-0">
              <Button
                size="small"
                disabled={restore.running}
                aria-label={`${t('administration.restore')}: ${title}`}
                onClick={async () =>
                  (await restore.run({ documentId })) && tell(t('administration.restored', { name: title }))
                }
              >
                <RotateCcw aria-hidden />
                {t('administration.restore')}
              </Button>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
