/** One line a document: on a wide screen a table, on a narrow one a card each. */
import { Flag, Plus } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { ExportMenu } from '@/app/_ui/export-menu'
import { Progress } from '@/app/_ui/progress'
import { GOVERNING_NAMES } from '@/app/_ui/texts/names'
import { Time } from '@/app/_ui/time'
import { can } from '@/lib/auth/roles'
import type { DocumentRow } from '@/lib/document/queries'
import type { ProjectView } from '@/lib/project/queries'
import { DocumentMenu } from './document-menu'

const HEAD = 'whitespace-nowrap px-4 py-2.5 font-medium text-ink-faint text-sm'

export async function DocumentTable({ project, documents }: { project: ProjectView; documents: DocumentRow[] }) {
  const t = await getTexts()
  return (
    <div className="card overflow-hidden">
      <table aria-label={t('project.documents')} className="block w-full border-collapse text-left lg:table">
        <thead className="sr-only lg:not-sr-only lg:table-header-group">
          <tr>
            <th scope="col" className={HEAD}>
              {t('project.columnTitle')}
            </th>
            <th scope="col" className={HEAD}>
              {t('project.columnProgress')}
            </th>
            <th scope="col" className={HEAD}>
              {t('project.columnDiscrepancies')}
            </th>
            <th scope="col" className={HEAD}>
              {t('project.columnAdded')}
            </th>
            <th scope="col" className={HEAD}>
              <span className="sr-only">{t('project.columnActions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="block lg:table-row-group">
          {documents.map((document) => (
            <Row key={document.id} project={project} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const CELL = 'block px-4 py-1 align-middle lg:table-cell lg:py-3.5'

async function Row({ project, document }: { project: ProjectView; document: DocumentRow }) {
  const t = await getTexts()
  const { id, title, segments, approved, openDiscrepancies, editions } = document
  return (
    <tr className="grid grid-cols-[1fr_auto] border-line border-t py-3 first:border-t-0 hover:bg-hover lg:table-row lg:first:border-t">
      <td className={`${CELL} col-span-2 lg:min-w-64 lg:max-w-md`}>
        <Link
          href={`/projects/${project.id}/review/${id}`}
          className="break-words rounded-sm font-medium hover:underline"
        >
          {title}
        </Link>
        <Facts project={project} document={document} />
      </td>
      <td className={`${CELL} col-span-2 lg:w-52`}>
        {segments > 0 ? (
          <>
            <p className="mb-1 text-ink-soft text-sm tabular-nums">
              {t('project.progressOf', { done: approved, of: segments })}
            </p>
            <Progress
              done={approved}
              of={segments}
              label={t('project.progressLabel', { name: title, done: approved, of: segments })}
            />
          </>
        ) : (
          <span className="text-ink-faint text-sm">{t('project.progressNone')}</span>
        )}
      </td>
      <td className={`${CELL} whitespace-nowrap text-sm tabular-nums`}>
        {openDiscrepancies > 0 ? (
          <Link
            href={`/projects/${project.id}/discrepancies?document=${id}`}
            aria-label={t('project.openDiscrepanciesOf', { count: openDiscrepancies, name: title })}
            className="link inline-flex items-center gap-1.5 rounded-sm font-medium"
          >
            <Flag aria-hidden className="size-3.5" />
            {t('project.openDiscrepancies', { count: openDiscrepancies })}
          </Link>
        ) : (
          <span className="text-ink-faint">{t('project.openDiscrepancies', { count: 0 })}</span>
        )}
      </td>
      <td className={`${CELL} whitespace-nowrap text-ink-soft text-sm`}>
        <Time at={document.createdAt} show="day" />
      </td>
      <td className={`${CELL} col-span-2`}>
        <div className="-ml-2 flex items-center gap-1 lg:ml-0 lg:justify-end">
          <ExportMenu projectId={project.id} documentId={id} look="quiet" size="small" />
          {can(project.role, 'document.manage') && (
            <DocumentMenu
              projectId={project.id}
              documentId={id}
              title={title}
              version={document.version}
              editions={editions}
            />
          )}
        </div>
      </td>
    </tr>
  )
}

/** What sets a document apart: a sample, a rule of its own, a side that is missing and can be added. */
async function Facts({ project, document }: { project: ProjectView; document: DocumentRow }) {
  const t = await getTexts()
  const { id, governing, hasZh, hasEn, isSample, editions } = document
  const ownRule = governing !== project.governing
  if (!isSample && !ownRule && hasZh && hasEn && editions === 0) return null
  const mayImport = can(project.role, 'document.import')
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-2">
      {isSample && <Badge>{t('common.sample')}</Badge>}
      {ownRule && (
        <Badge tone="info" title={t('project.ownRule')}>
          {t(GOVERNING_NAMES[governing])}
        </Badge>
      )}
      {editions > 0 && (
        <Link href={`/projects/${project.id}/review/${id}/editions`} className="link rounded-sm text-sm">
          {t('project.editionsOf', { count: editions })}
        </Link>
      )}
      {!hasZh && <Badge tone="warn">{t('project.zhMissing')}</Badge>}
      {!hasEn && <Badge tone="warn">{t('project.enMissing')}</Badge>}
      {mayImport && hasZh !== hasEn && (
        <Link
          href={`/projects/${project.id}/import?document=${id}`}
          className="link inline-flex items-center gap-1 rounded-sm font-medium text-sm"
        >
          <Plus aria-hidden className="size-3.5" />
          {t(hasZh ? 'project.addEn' : 'project.addZh')}
        </Link>
      )}
    </p>
  )
}
