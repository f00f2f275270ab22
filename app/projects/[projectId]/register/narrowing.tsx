import { getTexts } from '@/app/_server/texts'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Input, Select } from '@/app/_ui/field'
import { ENTRY_KINDS, type EntryKind } from '@/lib/bitext/register/entry'
import type { EntryPage } from '@/lib/register/queries'

type Props = { search: string; kind: EntryKind | null } & Pick<EntryPage, 'total' | 'all' | 'kinds'>

/** Words and a kind to find entries by, and how many there are. */
export async function Narrowing({ search, kind, total, all, kinds }: Props) {
  const t = await getTexts()
  const narrowed = search !== '' || kind !== null
  return (
    <search className="mb-4 block">
      <form className="flex flex-wrap items-center gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={search}
          aria-label={t('register.search-label')}
          placeholder={t('register.search-label')}
          className="!w-auto min-w-0 max-w-sm flex-1 basis-60"
        />
        <Select name="kind" defaultValue={kind ?? ''} aria-label={t('register.kind')} className="!w-auto">
          <option value="">{t('register.any-kind')}</option>
          {ENTRY_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`register.kinds-${one}`)} ({kinds[one] ?? 0})
            </option>
          ))}
        </Select>
        <Button type="submit">{t('register.search')}</Button>
        {narrowed && (
          <ButtonLink look="quiet" href="?">
            {t('register.show-all')}
          </ButtonLink>
        )}
        <p role="status" className="ml-auto text-ink-soft text-sm tabular-nums">
          {narrowed ? t('register.found', { found: total, count: all }) : t('register.count', { count: all })}
        </p>
      </form>
    </search>
  )
}
