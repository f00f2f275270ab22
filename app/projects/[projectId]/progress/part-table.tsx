/** Documents, or the turns of one, with how far each is. */
import Link from 'next/link'
import { getLocale, getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Table, Td, Th } from '@/app/_ui/table'
import { STATUS_NAMES } from '@/app/_ui/texts/names'
import { Time } from '@/app/_ui/time'
import type { DocumentPart, Part } from '@/lib/progress/queries'
import type { Measure } from '@/lib/progress/rules'
import { FURTHEST_FIRST, StatusBar, totalOf } from './status-bar'

type PartTableProps = {
  projectId: string
  /** The document whose turns these are; undefined: these are the documents. */
  documentId: string | undefined
  parts: readonly (Part & Partial<Pick<DocumentPart, 'dueAt'>>)[]
  measure: Measure
}

export async function PartTable({ projectId, documentId, parts, measure }: PartTableProps) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  const label = t(documentId ? 'progress.byTurn' : 'progress.byDocument')
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t(documentId ? 'progress.turn' : 'progress.document')}</Th>
          <Th className="w-2/5">{t('progress.statuses')}</Th>
          <Th className="text-right">{t('progress.approved')}</Th>
          <Th>{t('progress.attention')}</Th>
          {!documentId && <Th>{t('progress.due')}</Th>}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id}>
            <th
              scope="row"
              className="min-w-48 max-w-80 break-words border-line border-t px-4 py-3 text-left font-medium"
            >
              <PartLink projectId={projectId} documentId={documentId} part={part} measure={measure}>
                {(locale === 'en' ? part.nameEn : part.name) || t('progress.noTurn')}
              </PartLink>
              {documentId && part.id !== '' && (
                <span className="block font-normal text-ink-faint text-sm">
                  {t('progress.turnNumber', { number: Number(part.id) })}
                </span>
              )}
            </th>
            <Td className="min-w-56">
              <StatusBar byStatus={part.byStatus} measure={measure} />
              <p className="mt-1 text-ink-soft text-xs tabular-nums">
                {FURTHEST_FIRST.filter((status) => part.byStatus[status].rows > 0)
                  .map(
                    (status) =>
                      `${t(STATUS_NAMES[status])} ${t('progress.number', { count: part.byStatus[status][measure] })}`,
                  )
                  .join(' · ') || t('progress.nothing')}
              </p>
            </Td>
            <Td className="text-right tabular-nums">{t('progress.share', { share: approved(part, measure) })}</Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                {part.stale > 0 && <Badge tone="warn">{t('progress.stale', { count: part.stale })}</Badge>}
                {part.disputed > 0 && <Badge tone="accent">{t('progress.disputed', { count: part.disputed })}</Badge>}
              </span>
            </Td>
            {!documentId && (
              <Td className="whitespace-nowrap text-sm">
                {part.dueAt ? <Time at={part.dueAt} /> : <span className="text-ink-faint">{t('progress.none')}</span>}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A document opens its turns, a turn its first row. */
function PartLink({
  projectId,
  documentId,
  part,
  measure,
  children,
}: Omit<PartTableProps, 'parts'> & { part: Part; children: string }) {
  const href = documentId
    ? `/projects/${projectId}/review/${documentId}?segment=${part.firstSegmentId}`
    : `/projects/${projectId}/progress?document=${part.id}&by=${measure}`
  return (
    <Link className="link" href={href}>
      {children}
    </Link>
  )
}

/** The part that is reviewed or further. */
function approved({ byStatus }: Part, measure: Measure): number {
  const total = totalOf(byStatus, measure)
  return total === 0 ? 0 : (byStatus.reviewed[measure] + byStatus.released[measure]) / total
}
