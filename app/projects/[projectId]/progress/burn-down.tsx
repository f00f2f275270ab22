/** What remained before each step, day by day: the picture, and behind it the table. */
import { getTexts } from '@/app/_server/texts'
import { Table, Td, Th } from '@/app/_ui/table'
import { type BurnDay, dayIn } from '@/lib/progress/burn-down'
import { GOALS, type Measure } from '@/lib/progress/rules'
import { BurnDownChart } from './burn-down-chart'

const SHORTEST = 7

type BurnDownProps = { days: readonly BurnDay[]; measure: Measure; due: Date | null; zone: string }

export async function BurnDown({ days, measure, due, zone }: BurnDownProps) {
  const t = await getTexts()
  const points = days.slice(firstShown(days)).map(({ day, remaining }) => ({
    day,
    revised: remaining.revised[measure],
    reviewed: remaining.reviewed[measure],
    released: remaining.released[measure],
    translated: remaining.translated[measure],
  }))
  return (
    <figure className="card px-4 pt-4 pb-3">
      <BurnDownChart points={points} due={due ? dayIn(due, zone) : null} />
      <figcaption className="mt-2 text-ink-faint text-sm">{t('progress.burnDownSays', { zone })}</figcaption>
      <details className="mt-2 text-sm">
        <summary>{t('progress.asTable')}</summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <Table label={t('progress.burnDown')}>
            <thead>
              <tr>
                <Th>{t('progress.day')}</Th>
                {GOALS.map(({ step }) => (
                  <Th key={step} className="text-right">
                    {t(`progress.left_${step}`)}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map((point) => (
                <tr key={point.day}>
                  <th scope="row" className="whitespace-nowrap border-line border-t px-4 py-1.5 text-left font-normal">
                    {point.day}
                  </th>
                  {GOALS.map(({ status }) => (
                    <Td key={status} className="!py-1.5 text-right tabular-nums">
                      {t('progress.number', { count: point[status] })}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </figure>
  )
}

/** Days before there was anything to do say nothing; a week is shown in any case. */
function firstShown(days: readonly BurnDay[]): number {
  const first = days.findIndex(({ remaining }) => GOALS.some(({ status }) => remaining[status].rows > 0))
  return Math.max(0, Math.min(first - 1, days.length - SHORTEST))
}
