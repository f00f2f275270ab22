import { getTexts } from '@/app/_server/texts'
import { ButtonLink } from '@/app/_ui/button'
import { type Filter, filterAddress } from './filter'

type PagerProps = { projectId: string; filter: Filter; page: number; pages: number }

/** Turns the pages of a long ledger; nothing where one page holds it. */
export async function Pager({ projectId, filter, page, pages }: PagerProps) {
  if (pages === 1) return null
  const t = await getTexts()
  return (
    <nav aria-label={t('discrepancy.pages')} className="mt-6 flex items-center justify-center gap-4">
      {page > 1 && (
        <ButtonLink href={filterAddress(projectId, filter, { page: page - 1 })}>{t('discrepancy.previous')}</ButtonLink>
      )}
      <p className="text-ink-soft tabular-nums">{t('discrepancy.page', { page, pages })}</p>
      {page < pages && (
        <ButtonLink href={filterAddress(projectId, filter, { page: page + 1 })}>{t('discrepancy.next')}</ButtonLink>
      )}
    </nav>
  )
}
