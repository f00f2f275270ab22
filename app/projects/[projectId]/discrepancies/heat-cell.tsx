import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { cx } from '@/app/_ui/cx'
import { WARMEST, warmth } from './heat-bands'

/** Ink on paper that warms towards the seal's red; the figure stands on every one of them, readable in light and dark. */
const WARMTHS = [
  'bg-sunken',
  'bg-accent-solid/12 text-ink',
  'bg-accent-solid/24 text-ink',
  'bg-accent-solid/36 text-ink',
  'bg-accent-solid/90 text-on-accent',
  'bg-accent-solid text-on-accent font-semibold',
] as const

type HeatCellProps = { count: number; most: number; href: string; name: string }

export function HeatCell({ count, most, href, name }: HeatCellProps) {
  const look = WARMTHS[warmth(count, most)]
  if (count === 0) {
    return (
      <td className={cx('h-8 rounded-sm text-center', look)}>
        <span className="sr-only">0</span>
      </td>
    )
  }
  return (
    <td className="h-8 p-0 text-center">
      <Link
        href={href}
        aria-label={name}
        title={name}
        className={cx('flex h-8 items-center justify-center rounded-sm tabular-nums hover:underline', look)}
      >
        {count}
      </Link>
    </td>
  )
}

export async function HeatLegend() {
  const t = await getTexts()
  return (
    <p aria-hidden className="mb-5 flex items-center gap-1.5 text-ink-soft text-sm">
      {t('ledger.heatFew')}
      {Array.from({ length: WARMEST }, (_, step) => (
        <span key={WARMTHS[step + 1]} className={cx('h-4 w-8 rounded-sm', WARMTHS[step + 1])} />
      ))}
      {t('ledger.heatMany')}
    </p>
  )
}
