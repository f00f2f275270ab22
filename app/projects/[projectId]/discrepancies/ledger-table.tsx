/** A stretch of the ledger. On a narrow screen its rows become cards. */
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { cx } from '@/app/_ui/cx'
import { Name } from '@/app/_ui/name'
import { Time } from '@/app/_ui/time'
import type { LedgerGroup } from '@/lib/discrepancy/ledger-filter'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DecisionCell } from './decision-cell'
import { ErrataButton } from './errata-button'
import { Quotations } from './quotations'
import { SelectBox } from './selection'
import { TalkButton } from './talk-button'
import { SEVERITY_TONES } from './tones'

/** Said outright: some browsers forget that a table is one when its rows are laid out as cards. */
const SPOKEN = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
} as const

const HEADS = ['place', 'words', 'kind', 'raised', 'decision'] as const

type LedgerTableProps = {
  projectId: string
  /** Of one group, never empty. */
  entries: LedgerEntry[]
  grouping: LedgerGroup
  showDocument: boolean
  /** The person may act on notes at all. */
  choosing: boolean
}

export async function LedgerTable({ projectId, entries, grouping, showDocument, choosing }: LedgerTableProps) {
  const t = await getTexts()
  const [first] = entries
  const title = {
    none: '',
    document: first.documentTitle,
    type: t(`discrepancy.type.${first.type}`),
    severity: t(`discrepancy.severity.${first.severity}`),
    state: t(`discrepancy.state.${first.state}`),
    person: first.raisedBy,
  }[grouping]
  const caption = t('discrepancy.caption', { count: entries.length })
  return (
    <section className="mb-8" aria-label={title || caption}>
      {title && (
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 className="min-w-0 text-lg">{title}</h2>
          <span className="text-ink-faint">{t('discrepancy.count', { count: entries.length })}</span>
          {grouping === 'document' && (
            <span className="ml-auto">
              <ErrataButton projectId={projectId} documentId={first.documentId} title={title} size="small" />
            </span>
          )}
        </div>
      )}
      <div className="card">
        <table {...SPOKEN.table} className="w-full border-collapse text-left max-lg:block">
          <caption className="sr-only">{caption}</caption>
          <thead className="max-lg:sr-only">
            <tr>
              {HEADS.map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="whitespace-nowrap px-4 py-2.5 font-medium text-ink-faint text-sm first:w-36"
                >
                  {t(`discrepancy.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...SPOKEN.rowgroup} className="max-lg:block">
            {entries.map((entry) => (
              <LedgerRow
                key={entry.id}
                projectId={projectId}
                entry={entry}
                showDocument={showDocument}
                choosing={choosing}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type LedgerRowProps = Pick<LedgerTableProps, 'projectId' | 'showDocument' | 'choosing'> & { entry: LedgerEntry }

const CELL = 'px-4 py-3 align-top max-lg:block max-lg:px-0 max-lg:py-0'

async function LedgerRow({ projectId, entry, showDocument, choosing }: LedgerRowProps) {
  const t = await getTexts()
  const { id, number, row, documentId, documentTitle, segmentId, type, severity, raisedBy, raisedAt } = entry
  return (
    <tr
      {...SPOKEN.row}
      id={`discrepancy-${entry.id}`}
      className="border-line border-t max-lg:flex max-lg:flex-col max-lg:gap-2.5 max-lg:p-4 max-lg:first:border-t-0"
    >
      <td {...SPOKEN.cell} className={CELL}>
        <div className="flex flex-wrap items-center gap-x-3 lg:flex-col lg:items-start">
          <span className="flex items-center gap-2 font-semibold tabular-nums">
            {choosing && <SelectBox id={id} number={number} />}
            {t('discrepancy.numberOf', { number })}
          </span>
          <Link
            className="link inline-block whitespace-nowrap leading-6 tabular-nums"
            aria-label={t('discrepancy.goToPlace', { row, title: documentTitle })}
            href={`/projects/${projectId}/review/${documentId}?segment=${segmentId}&tab=discrepancies`}
          >
            {t('discrepancy.row', { row })}
          </Link>
          {showDocument && <span className="text-ink-faint text-sm">{documentTitle}</span>}
        </div>
      </td>
      <td {...SPOKEN.cell} className={cx(CELL, 'lg:w-1/2 xl:w-auto')}>
        <Quotations entry={entry} />
        {entry.note && <p className="mt-2 whitespace-pre-line break-words text-ink-soft">{entry.note}</p>}
        <TalkButton entry={entry} />
      </td>
      <td {...SPOKEN.cell} className={cx(CELL, 'xl:w-40')}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 lg:flex-col lg:items-start">
          <span>{t(`discrepancy.type.${type}`)}</span>
          <Badge tone={SEVERITY_TONES[severity]}>{t(`discrepancy.severity.${severity}`)}</Badge>
        </div>
      </td>
      <td {...SPOKEN.cell} className={cx(CELL, 'text-ink-soft text-sm')}>
        <Name of={raisedBy} /> <Time at={raisedAt} show="day" className="whitespace-nowrap text-ink-faint lg:block" />
      </td>
      <td {...SPOKEN.cell} className={cx(CELL, 'lg:w-64 xl:w-[26.5rem]')}>
        <DecisionCell entry={entry} />
      </td>
    </tr>
  )
}
