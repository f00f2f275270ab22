'use client'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'

/** The side that is not there yet. */
export function Absent({ side }: { side: Side }) {
  const t = useTexts()
  return (
    <div className="rounded-lg border border-line border-dashed px-5 py-4">
      <p className="font-medium">{t('import.absent', { side })}</p>
      <p className="text-ink-soft">{t('import.absentBody')}</p>
    </div>
  )
}
