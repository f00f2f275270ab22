/** The same notes as a list, by state, or as a picture. */
import { Columns3, Flame, List } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { type Filter, filterAddress, VIEWS } from './filter'

const ICONS = { list: List, board: Columns3, heat: Flame } as const

export async function ViewSwitch({ projectId, filter }: { projectId: string; filter: Filter }) {
  const t = await getTexts()
  const current = filter.view ?? 'list'
  return (
    <nav aria-label={t('ledger.views')} className="inline-flex rounded-md border border-line-strong bg-surface p-0.5">
      {VIEWS.map((view) => {
        const Icon = ICONS[view]
        // On the board the states are its columns: one of them alone would be no board.
        const change = { view: view === 'list' ? undefined : view, ...(view === 'board' && { state: undefined }) }
        return (
          <Link
            key={view}
            href={filterAddress(projectId, filter, change)}
            scroll={false}
            aria-current={view === current ? 'page' : undefined}
            className="flex h-8 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent [&_svg]:size-4"
          >
            <Icon aria-hidden />
            {t(`ledger.view.${view}`)}
          </Link>
        )
      })}
    </nav>
  )
}
