'use client'
/** Each person's work as one bar, by step. The table beside it says the same in figures. */
import { Bar, BarChart, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import type { AssignmentStep } from '@/lib/assignment/rules'
import { sayName } from '@/lib/auth/former-member'
import { GOALS } from '@/lib/progress/rules'

type LoadBar = { id: string; name: string } & Record<AssignmentStep, number>

const ROW_HEIGHT = 36

const FRAME = 84

export function LoadChart({ bars }: { bars: readonly LoadBar[] }) {
  const t = useTexts()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  return (
    <div aria-hidden style={{ height: bars.length * ROW_HEIGHT + FRAME }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars.map((bar) => ({ ...bar, name: sayName(bar.name, locale) }))}
          layout="vertical"
          margin={{ right: 24 }}
          accessibilityLayer={false}
          barSize={16}
        >
          <XAxis
            type="number"
            tickFormatter={(value: number) => number.format(value)}
            allowDecimals={false}
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink-faint)', fontSize: 12 }}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={128}
            interval={0}
            stroke="var(--line-strong)"
            tick={{ fill: 'var(--ink-soft)', fontSize: 13 }}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
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
          {GOALS.map(({ step, status }) => (
            <Bar
              key={step}
              dataKey={step}
              stackId="load"
              name={t(`assignment.step.${step}`)}
              fill={`var(--status-${status})`}
              stroke="var(--surface)"
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
