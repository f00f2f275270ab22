/** The filters of the ledger. Each is an address, so a filtered list can be sent to someone. */
import { X } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTexts } from '@/app/_server/texts'
import { sayName } from '@/lib/auth/former-member'
import type { Someone, Tally } from '@/lib/discrepancy/ledger'
import { LEDGER_GROUPS, LEDGER_SORTS } from '@/lib/discrepancy/ledger-filter'
import { DISCREPANCY_STATES, DISCREPANCY_TYPES, SEVERITIES } from '@/lib/discrepancy/rules'
import type { DocumentRow } from '@/lib/document/queries'
import { countsOf, FACETS, type Filter, filterAddress, isFiltered } from './filter'
import { FilterFold } from './filter-fold'
import { type Choice, FilterLinks } from './filter-links'
import { FilterSelect } from './filter-select'
import { SearchField } from './search-field'

type FiltersProps = {
  projectId: string
  filter: Filter
  tallies: readonly Tally[]
  documents: DocumentRow[]
  raisers: Someone[]
  deciders: Someone[]
}

export async function Filters({ projectId, filter, tallies, documents, raisers, deciders }: FiltersProps) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  const address = (change: Partial<Filter>) => filterAddress(projectId, filter, change)
  const [states, severities, types, inDocuments] = FACETS.map((facet) => countsOf(tallies, filter, facet))
  const all = (facet: 'state' | 'severity', counts: Map<string, number>): Choice => ({
    key: 'all',
    label: t(facet === 'state' ? 'discrepancy.allStates' : 'discrepancy.allSeverities'),
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    href: address({ [facet]: undefined }),
    current: filter[facet] === undefined,
  })
  const people = (kind: 'raised' | 'decided', found: Someone[]) => ({
    label: t(kind === 'raised' ? 'ledger.raisedBy' : 'ledger.decidedBy'),
    options: found.map(({ id, name }) => ({
      value: `${kind}-${id}`,
      label: sayName(name, locale),
      href: address({ person: `${kind}-${id}` }),
    })),
  })
  const view = filter.view ?? 'list'
  return (
    <FilterFold label={t('discrepancy.filters')}>
      {view !== 'board' && (
        <FilterLinks
          label={t('discrepancy.state')}
          choices={[
            all('state', states),
            ...DISCREPANCY_STATES.map((state) => ({
              key: state,
              label: t(`discrepancy.state.${state}`),
              count: states.get(state) ?? 0,
              href: address({ state }),
              current: filter.state === state,
            })),
          ]}
        />
      )}
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
      {/* What is chosen from lists stands together, below what is chosen by a press. */}
      {view !== 'board' && <span className="basis-full max-lg:hidden" />}
      <SearchField projectId={projectId} filter={filter} />
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
            {
              value: '',
              label: t('discrepancy.allDocuments'),
              href: address({ document: undefined, rows: undefined }),
            },
            ...documents.map(({ id, title }) => ({
              value: id,
              label: `${title} (${inDocuments.get(id) ?? 0})`,
              href: address({ document: id, rows: undefined }),
            })),
          ]}
        />
      )}
      <FilterSelect
        label={t('ledger.person')}
        value={filter.person ?? ''}
        options={[
          { value: '', label: t('ledger.anyone'), href: address({ person: undefined }) },
          { value: 'mine', label: t('ledger.mine'), href: address({ person: 'mine' }) },
        ]}
        groups={[people('raised', raisers), people('decided', deciders)]}
      />
      {view !== 'heat' && (
        <FilterSelect
          label={t('ledger.sort')}
          value={filter.sort ?? 'place'}
          options={LEDGER_SORTS.map((sort) => ({
            value: sort,
            label: t(`ledger.sort.${sort}`),
            href: address({ sort }),
          }))}
        />
      )}
      {view === 'list' && (
        <FilterSelect
          label={t('discrepancy.group')}
          value={filter.group ?? 'none'}
          options={LEDGER_GROUPS.map((group) => ({
            value: group,
            label: t(`ledger.group.${group}`),
            href: address({ group }),
          }))}
        />
      )}
      {filter.rows && filter.document && (
        <Cleared
          href={address({ rows: undefined })}
          text={t('ledger.rows', { from: filter.rows.split('-')[0], to: filter.rows.split('-')[1] })}
          label={t('ledger.allRows')}
        />
      )}
      {isFiltered(filter) && (
        <Cleared
          href={filterAddress(projectId, { view: filter.view, sort: filter.sort, group: filter.group })}
          text={t('discrepancy.clear')}
        />
      )}
    </FilterFold>
  )
}

function Cleared({ href, text, label }: { href: string; text: string; label?: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={label && `${text}: ${label}`}
      className="link flex h-10 items-center gap-1"
    >
      <X aria-hidden className="size-4" />
      {text}
    </Link>
  )
}
