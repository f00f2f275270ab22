/** Where the notes cluster: along each document by severity, and by type. A table that is its own picture: every cell says its figure. */
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Section } from '@/app/_ui/page'
import type { HeatSpot, Tally } from '@/lib/discrepancy/ledger'
import type { Severity } from '@/lib/discrepancy/rules'
import type { DocumentRow } from '@/lib/document/queries'
import { type Filter, filterAddress, passes } from './filter'
import { bandsOf, bySeverity, byType, GRAVEST_FIRST } from './heat-bands'
import { HeatCell, HeatLegend } from './heat-cell'

type HeatProps = {
  projectId: string
  filter: Filter
  spots: readonly HeatSpot[]
  tallies: readonly Tally[]
  documents: readonly DocumentRow[]
}

export async function Heat({ projectId, filter, spots, tallies, documents }: HeatProps) {
  const t = await getTexts()
  const toList = (change: Partial<Filter>) => filterAddress(projectId, filter, { view: undefined, ...change })
  const shown = documents.filter(({ id }) => spots.some(({ documentId }) => documentId === id))
  const most = Math.max(0, ...shown.flatMap(({ id }) => densest(spots.filter(({ documentId }) => documentId === id))))
  const types = byType(tallies.filter((tally) => passes(tally, filter)))
  const mostOfType = Math.max(0, ...types.flatMap(({ cells }) => Object.values(cells)))
  return (
    <>
      <HeatLegend />
      <Section title={t('ledger.heatPlaces')}>
        <div className="flex flex-col gap-5">
          {shown.map(({ id, title }) => (
            <Strip
              key={id}
              title={title}
              spots={spots.filter(({ documentId }) => documentId === id)}
              most={most}
              hrefOf={(rows, severity) => toList({ document: id, rows, severity })}
            />
          ))}
        </div>
      </Section>
      <Section title={t('ledger.heatTypes')}>
        <div className="card relative max-w-3xl overflow-x-auto p-3">
          <table className="w-full border-separate border-spacing-0.5 text-sm">
            <caption className="sr-only">{t('ledger.heatTypes')}</caption>
            <thead>
              <tr>
                <td />
                {GRAVEST_FIRST.map((severity) => (
                  <th key={severity} scope="col" className="w-24 px-1 pb-1 font-medium text-ink-soft">
                    {t(`discrepancy.severity.${severity}`)}
                  </th>
                ))}
                <th scope="col" className="w-16 px-1 pb-1 text-right font-medium text-ink-soft">
                  {t('ledger.heatSum')}
                </th>
              </tr>
            </thead>
            <tbody>
              {types.map(({ type, cells, sum }) => (
                <tr key={type}>
                  <th scope="row" className="whitespace-nowrap pr-3 text-left font-normal">
                    {t(`discrepancy.type.${type}`)}
                  </th>
                  {GRAVEST_FIRST.map((severity) => (
                    <HeatCell
                      key={severity}
                      count={cells[severity]}
                      most={mostOfType}
                      href={toList({ type, severity })}
                      name={`${t(`discrepancy.type.${type}`)}, ${t(`discrepancy.severity.${severity}`)}: ${t('discrepancy.count', { count: cells[severity] })}`}
                    />
                  ))}
                  <td className="px-1 text-right tabular-nums">
                    <Link className="link" href={toList({ type })}>
                      {sum}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}

function densest(spots: readonly HeatSpot[]): number[] {
  return spots.map(({ count }) => count)
}

type StripProps = {
  title: string
  /** Of one document, never empty. */
  spots: readonly HeatSpot[]
  most: number
  hrefOf: (rows: string, severity: Severity) => string
}

async function Strip({ title, spots, most, hrefOf }: StripProps) {
  const t = await getTexts()
  const bands = bandsOf(spots[0]!.rows)
  const lines = bySeverity(spots, bands.length)
  return (
    <div className="card relative overflow-x-auto p-3">
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-sm">
        <caption className="pb-1.5 text-left font-semibold text-base">{title}</caption>
        <thead>
          <tr>
            <td className="w-24" />
            {bands.map(({ from, to }) => (
              <th
                key={from}
                scope="col"
                className="w-11 min-w-11 pb-0.5 text-center font-normal text-ink-soft text-xs tabular-nums"
              >
                <span className="sr-only">{t('ledger.rows', { from, to })}</span>
                <span aria-hidden>{from}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRAVEST_FIRST.map((severity) => (
            <tr key={severity}>
              <th scope="row" className="pr-3 text-left font-normal">
                {t(`discrepancy.severity.${severity}`)}
              </th>
              {bands.map(({ from, to }, band) => {
                const count = lines[severity][band] ?? 0
                return (
                  <HeatCell
                    key={from}
                    count={count}
                    most={most}
                    href={hrefOf(`${from}-${to}`, severity)}
                    name={`${t('ledger.rows', { from, to })}, ${t(`discrepancy.severity.${severity}`)}: ${t('discrepancy.count', { count })}`}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
