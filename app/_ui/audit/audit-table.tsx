/** The log, newest first. What an entry says is shown as it was written down; names and titles are today's. */
import { Fragment } from 'react'
import { getTexts } from '@/app/_server/texts'
import { Name } from '@/app/_ui/name'
import { Table, Td, Th } from '@/app/_ui/table'
import { Time } from '@/app/_ui/time'
import type { AuditRow } from '@/lib/audit/queries'
import { conceptName } from './concept-name'

export async function AuditTable({ rows, withProject }: { rows: AuditRow[]; withProject: boolean }) {
  const t = await getTexts()
  return (
    <Table label={t('audit.title')} className="text-sm">
      <thead>
        <tr>
          <Th>{t('audit.number')}</Th>
          <Th>{t('audit.when')}</Th>
          <Th>{t('audit.who')}</Th>
          <Th>{t('audit.what')}</Th>
          <Th>{t('audit.about')}</Th>
          <Th>{t('audit.detail')}</Th>
          <Th>{t('audit.where')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} className="align-top hover:bg-hover">
            <Td className="text-ink-faint tabular-nums" title={row.hash}>
              {row.number}
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              <Time at={row.at} />
            </Td>
            <Td className="whitespace-nowrap">{row.by ? <Name of={row.by} /> : t('audit.gone')}</Td>
            <Td className="whitespace-nowrap">
              {conceptName(t, row.action)}
              <code className="block text-ink-faint text-xs">{row.action}</code>
            </Td>
            <Td className="min-w-40 max-w-72">
              {withProject && row.project && <span className="block truncate text-ink-faint">{row.project.name}</span>}
              <span className="block truncate">
                {row.document?.title ?? (row.subjectName ? <Name of={row.subjectName} /> : row.subject)}
              </span>
            </Td>
            <Td className="min-w-56 max-w-96">
              {row.erased ? (
                t('audit.erased')
              ) : (
                <Details detail={row.detail} leaveOut={row.action.startsWith('text.') ? HASHES : []} />
              )}
            </Td>
            <Td className="whitespace-nowrap text-ink-soft tabular-nums">{row.address ?? t('audit.nowhere')}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Of a saved text the log keeps the hashes before and after; the words are in the history of the row. */
const HASHES = ['before', 'after']

function Details({ detail, leaveOut }: { detail: Record<string, unknown> | null; leaveOut: string[] }) {
  const entries = Object.entries(detail ?? {}).filter(
    ([name, value]) => value !== '' && value !== null && !leaveOut.includes(name),
  )
  if (entries.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      {entries.map(([name, value]) => (
        <Fragment key={name}>
          <dt className="text-ink-faint">{name}</dt>
          <dd className="truncate" title={said(value)}>
            {said(value)}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
