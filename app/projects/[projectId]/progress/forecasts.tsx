/** For each step: what is left, and when it will be done at the pace of the last weeks. */
import { getTexts } from '@/app/_server/texts'
import { Time } from '@/app/_ui/time'
import type { BurnDay } from '@/lib/progress/burn-down'
import type { Forecast } from '@/lib/progress/forecast'
import { GOALS, type Goal, type Measure } from '@/lib/progress/rules'
import { inDays } from './in-days'

type ForecastsProps = {
  days: readonly BurnDay[]
  forecasts: Record<Goal, Forecast | null>
  due: Date | null
  measure: Measure
}

export async function Forecasts({ days, forecasts, due, measure }: ForecastsProps) {
  const t = await getTexts()
  const left = days.at(-1)?.remaining
  return (
    <ul className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {GOALS.map(({ status, step }) => (
        <li key={status} className="card flex flex-col gap-1 px-4 py-3">
          <p className="text-ink-faint text-sm">{t(`progress.left_${step}`)}</p>
          <p className="font-serif text-xl tabular-nums">
            {t('progress.number', { count: left?.[status][measure] ?? 0 })}
          </p>
          <Expected forecast={forecasts[status]} due={due} />
        </li>
      ))}
    </ul>
  )
}

async function Expected({ forecast, due }: { forecast: Forecast | null; due: Date | null }) {
  const t = await getTexts()
  if (!forecast) return <p className="text-ink-faint text-sm">{t('progress.unknown')}</p>
  if (forecast.safe === 0) return <p className="text-ok text-sm">{t('progress.done')}</p>
  const safe = inDays(forecast.safe)
  const late = due !== null && safe > due
  return (
    <p className="text-ink-soft text-sm" title={t('progress.expectedHint')}>
      {t('progress.likely')} <Time at={inDays(forecast.likely)} show="day" />, {t('progress.safe')}{' '}
      <span className={late ? 'font-medium text-danger' : undefined}>
        <Time at={safe} show="day" />
        {late && ` ${t('progress.late')}`}
      </span>
    </p>
  )
}
