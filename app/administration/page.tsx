import { Search, UserRoundX } from 'lucide-react'
import type { Metadata } from 'next'
import { currentActor } from '@/app/_server/current-actor'
import { found } from '@/app/_server/found'
import { getTexts } from '@/app/_server/texts'
import { Button, ButtonLink } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { Field, Input } from '@/app/_ui/field'
import { PeopleInput } from '@/lib/administration/input'
import { listPeople } from '@/lib/administration/list-people'
import { Frame } from './frame'
import { PeopleTable } from './people-table'

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTexts())('administration.people') }
}

/** Everyone with an account. */
export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const actor = await currentActor('/administration')
  const typed = await searchParams
  const asked = PeopleInput.parse({ search: String(typed.search ?? '').slice(0, 200), page: typed.page ?? 1 })
  const [t, { people, total, pages }] = await Promise.all([getTexts(), found(listPeople(actor, asked))])
  const to = (page: number) => `?${new URLSearchParams({ search: asked.search, page: String(page) })}`
  return (
    <Frame title={t('administration.people')} lead={t('administration.peopleLead', { count: total })}>
      <form method="get" action="/administration" className="mb-6 flex flex-wrap items-end gap-3">
        <Field label={t('administration.search')} className="w-72 max-w-full">
          {(parts) => <Input {...parts} type="search" name="search" defaultValue={asked.search} autoComplete="off" />}
        </Field>
        <Button type="submit" look="primary" className="!h-10">
          <Search aria-hidden />
          {t('administration.find')}
        </Button>
        {asked.search && <ButtonLink href="/administration">{t('administration.clear')}</ButtonLink>}
      </form>
      {people.length === 0 ? (
        <EmptyState icon={UserRoundX} title={t('administration.nobody')}>
          {t('administration.nobodyBody')}
        </EmptyState>
      ) : (
        <PeopleTable people={people} me={actor.userId} />
      )}
      {pages > 1 && (
        <p className="mt-4 flex items-center gap-3">
          {asked.page > 1 && <ButtonLink href={to(asked.page - 1)}>{t('administration.earlier')}</ButtonLink>}
          <span className="text-ink-soft">{t('administration.pages', { page: asked.page, pages })}</span>
          {asked.page < pages && <ButtonLink href={to(asked.page + 1)}>{t('administration.later')}</ButtonLink>}
        </p>
      )}
    </Frame>
  )
}
