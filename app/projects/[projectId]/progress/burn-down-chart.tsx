'use client'
/** Lines told apart by their dashes as well as by colour. The table behind the picture is for those who do not see it. */
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import type { Goal } from '@/lib/progress/rules'

type Point = { day: string } & Record<Goal, number>

const LINES = [
  { goal: 'released', step: 'final', dashes: '1 3' },
  { goal: 'reviewed', step: 'review', dashes: '' },
  { goal: 'revised', step: 'revise', dashes: '8 4' },
  { goal: 'translated', step: 'translate', dashes: '3 3' },
] as const

export function BurnDownChart({ points, due }: { points: readonly Point[]; due: string | null }) {
  const t = useTexts()
  const locale = useLocale()
  const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(locale)
  const sayDay = (day: string) => short.format(new Date(`${day}T00:00:00Z`))
  return (
    <div aria-hidden className="h-72">
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={[...points]} margin={{ top: 12, right: 16, bottom: 0, left: 8 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="day"
            tickFormatter={sayDay}
            minTickGap={32}
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink-faint)', fontSize: 12 }}
          />
          <YAxis
            tickFormatter={(value: number) => number.format(value)}
            allowDecimals={false}
            width={64}
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink-faint)', fontSize: 12 }}
          />
          <Tooltip
            labelFormatter={(day) => sayDay(String(day))}
            formatter={(value) => number.format(Number(value))}
            contentStyle={{
              background: 'var(--raised)',
              border: '1px solid var(--line)',
              borderRadius: 6,
              color: 'var(--ink)',
            }}
            itemStyle={{ color: 'var(--ink)' }}
          />
          <Legend formatter={(name) => <span className="text-ink-soft text-sm">{name}</span>} />
          {due && points.some(({ day }) => day === due) && (
            <ReferenceLine
              x={due}
              stroke="var(--danger)"
              label={{ value: t('progress.due'), fill: 'var(--danger)', fontSize: 12 }}
            />
          )}
          {LINES.map(({ goal, step, dashes }) => (
            <Line
              key={goal}
              type="stepAfter"
              dataKey={goal}
              name={t(`progress.left_${step}`)}
              stroke={`var(--status-${goal})`}
              strokeWidth={2}
              strokeDasharray={dashes}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}
