/** By what the pictures count: every view has its address. */
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { MEASURES, type Measure } from '@/lib/progress/rules'

type MeasureSwitchProps = { path: string; documentId: string | undefined; measure: Measure }

export async function MeasureSwitch({ path, documentId, measure }: MeasureSwitchProps) {
  const t = await getTexts()
  const of = documentId ? `&document=${documentId}` : ''
  return (
    <nav aria-label={t('progress.measure')} className="flex rounded-md border border-line-strong bg-surface p-0.5">
      {MEASURES.map((one) => (
        <Link
          key={one}
          href={`${path}?by=${one}${of}`}
          aria-current={one === measure ? 'true' : undefined}
          className="rounded-sm px-3 py-1.5 text-ink-soft text-sm hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
        >
          {t(`progress.measure_${one}`)}
        </Link>
      ))}
    </nav>
  )
}
