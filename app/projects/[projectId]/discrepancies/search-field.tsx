'use client'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useTransition } from 'react'
import { Field, Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type Filter, filterAddress } from './filter'

/** Words of the quotations, the note or the decision; one Chinese character will do. Enter asks, an empty field asks for all. */
export function SearchField({ projectId, filter }: { projectId: string; filter: Filter }) {
  const t = useTexts()
  const router = useRouter()
  const [pending, go] = useTransition()
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const find = String(new FormData(event.currentTarget).get('find') ?? '').trim()
    go(() => router.push(filterAddress(projectId, filter, { find: find === '' ? undefined : find }), { scroll: false }))
  }
  return (
    <search className="min-w-48 max-w-full flex-1 sm:max-w-64">
      <form onSubmit={ask} aria-busy={pending}>
        <Field label={t('ledger.find')}>
          {(parts) => (
            <div className="relative">
              <Search
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
              />
              <Input
                {...parts}
                key={filter.find ?? ''}
                type="search"
                name="find"
                maxLength={200}
                autoComplete="off"
                defaultValue={filter.find ?? ''}
                placeholder={t('ledger.findHint')}
                className="pl-8"
              />
            </div>
          )}
        </Field>
      </form>
    </search>
  )
}
