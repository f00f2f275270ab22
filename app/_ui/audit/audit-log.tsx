/** A page of the log with its filter, its exports and the way to older entries. */
import { Download, ScrollText } from 'lucide-react'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { AuditFilter } from '@/lib/audit/input'
import { getAuditChoices, listAudit } from '@/lib/audit/queries'
import type { Actor } from '@/lib/auth/actor'
import { AuditFilterForm, type AuditQuery } from './audit-filter'
import { AuditTable } from './audit-table'

export type AuditSearch = Promise<Record<string, string | string[] | undefined>>

type AuditLogProps = { actor: Actor; projectId: string | null; path: string; exportPath: string; search: AuditSearch }

export async function AuditLog({ actor, projectId, path, exportPath, search }: AuditLogProps) {
  const { query, filter, before } = readSearch(await search)
  const [t, choices, { rows, next }] = await Promise.all([
    getTexts(),
    found(getAuditChoices(actor, { projectId })),
    found(listAudit(actor, { projectId, ...filter, before })),
  ])
  const address = (more: Record<string, string>) => `?${new URLSearchParams({ ...query, ...more })}`
  return (
    <>
      <AuditFilterForm query={query} choices={choices} path={path} />
      {rows.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('audit.none')}>
          {t('audit.noneBody')}
        </EmptyState>
      ) : (
        <AuditTable rows={rows} withProject={projectId === null} />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {before && <ButtonLink href={`${path}${address({})}`}>{t('audit.newest')}</ButtonLink>}
        {next !== null && (
          <ButtonLink href={`${path}${address({ before: String(next) })}`}>{t('audit.older')}</ButtonLink>
        )}
        <span className="flex-1" />
        {(['csv', 'jsonl'] as const).map((format) => (
          <ButtonLink key={format} prefetch={false} href={`${exportPath}${address({ format })}`} look="quiet">
            <Download aria-hidden />
            {t(`audit.${format}`)}
          </ButtonLink>
        ))}
      </div>
    </>
  )
}

const NAMES = ['userId', 'action', 'documentId', 'from', 'to'] as const

/** What makes no sense in the address is left out, not complained of. */
export function readSearch(search: Record<string, string | string[] | undefined>) {
  const query: AuditQuery = {}
  for (const name of NAMES) {
    const value = search[name]
    if (typeof value === 'string' && AuditFilter.safeParse({ [name]: value }).success && value !== '')
      query[name] = value
  }
  const filter = AuditFilter.parse(query)
  const before = Number(search.before)
  return {
    query,
    filter: { ...filter, ...(filter.to && { to: endOf(filter.to) }) },
    before: before > 0 ? before : undefined,
  }
}

const DAY = 24 * 3_600_000

/** A day that is named is meant whole. */
function endOf(day: Date): Date {
  return new Date(day.getTime() + DAY)
}
