/** What the fills of the bars mean, with how much there is of each. */
import { getTexts } from '@/app/_server/texts'
import { STATUS_NAMES } from '@/app/_ui/texts/names'
import type { Part } from '@/lib/progress/queries'
import type { Measure } from '@/lib/progress/rules'
import { FILLS, FURTHEST_FIRST } from './status-bar'

export async function Legend({ parts, measure }: { parts: readonly Part[]; measure: Measure }) {
  const t = await getTexts()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">
      {FURTHEST_FIRST.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-3 rounded-sm ${FILLS[status]}`} />
          {t(STATUS_NAMES[status])}
          <span className="text-ink-faint tabular-nums">
            {t('progress.number', { count: parts.reduce((sum, part) => sum + part.byStatus[status][measure], 0) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
