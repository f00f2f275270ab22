/** The filters of the ledger. Each is an address, so a filtered list can be sent to someone. */
import { X } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import { DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'
import type { DocumentRow } from '@/lib/document/queries'
import { countsOf, type Filter, filterAddress, GROUPINGS, isFiltered, STATES } from './filter'
import { FilterSelect } from './filter-select'

type FiltersProps = { projectId: string; filter: Filter; entries: LedgerEntry[]; documents: DocumentRow[] }

type Choice = { key: string; label: string; count?: number; href: string; current: boolean }

export async function Filters({ projectId, filter, entries, documents }: FiltersProps) {
  const t = await getTexts()
  const address = (change: Partial<Filter>) => filterAddress(projectId, filter, change)
  const [states, severities, types, inDocuments] = (['state', 'severity', 'type', 'document'] as const).map((facet) =>
    countsOf(entries, filter, facet),
  )
  const all = (facet: 'state' | 'severity', counts: Map<string, number>): Choice => ({
    key: 'all',
    label: t(facet === 'state' ? 'discrepancy.allStates' : 'discrepancy.allSeverities'),
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    href: address({ [facet]: undefined }),
    current: filter[facet] === undefined,
  })
  return (
    <section aria-label={t('discrepancy.filters')} className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-4">
      <FilterLinks
        label={t('discrepancy.state')}
        choices={[
          all('state', states),
          ...STATES.map((state) => ({
            key: state,
            label: t(`discrepancy.state.${state}`),
            count: states.get(state) ?? 0,
            href: address({ state }),
            current: filter.state === state,
          })),
        ]}
      />
      <FilterLinks
        label={t('discrepancy.severity')}
        choices={[
          all('severity', severities),
          ...SEVERITIES.toReversed().map((severity) => ({
            key: severity,
            label: t(`discrepancy.severity.${severity}`),
            count: severities.get(severity) ?? 0,
            href: address({ severity }),
            current: filter.severity === severity,
          })),
        ]}
      />
      <FilterSelect
        label={t('discrepancy.type')}
        value={filter.type ?? ''}
        options={[
          { value: '', label: t('discrepancy.allTypes'), href: address({ type: undefined }) },
          ...DISCREPANCY_TYPES.filter((type) => types.has(type) || type === filter.type).map((type) => ({
            value: type,
            label: `${t(`discrepancy.type.${type}`)} (${types.get(type) ?? 0})`,
            href: address({ type }),
          })),
        ]}
      />
      {documents.length > 1 && (
        <FilterSelect
          label={t('discrepancy.document')}
          value={filter.document ?? ''}
          options={[
            { value: '', label: t('discrepancy.allDocuments'), href: address({ document: undefined }) },
            ...documents.map(({ id, title }) => ({
              value: id,
              label: `${title} (${inDocuments.get(id) ?? 0})`,
              href: address({ document: id }),
            })),
          ]}
        />
      )}
      <FilterSelect
        label={t('discrepancy.group')}
        value={filter.group ?? 'none'}
        options={GROUPINGS.map((group) => ({
          value: group,
          label: t(group === 'none' ? 'discrepancy.groupNone' : `discrepancy.${group}`),
          href: address({ group }),
        }))}
      />
      {isFiltered(filter) && (
        <Link
          href={filterAddress(projectId, { group: filter.group })}
          scroll={false}
          className="link flex h-10 items-center gap-1"
        >
          <X aria-hidden className="size-4" />
          {t('discrepancy.clear')}
        </Link>
      )}
    </section>
  )
}

function FilterLinks({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <div>
      <p aria-hidden className="mb-1.5 font-medium text-sm">
        {label}
      </p>
      <ul
        aria-label={label}
        className="flex max-w-full flex-wrap rounded-md border border-line-strong bg-surface p-0.5 sm:h-10"
      >
        {choices.map(({ key, label: name, count, href, current }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? 'true' : undefined}
              className="flex h-8.5 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              {name}
              <span className="text-sm tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
