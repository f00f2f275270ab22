/** A score as it is shown in cards and tables: the verdict in words, the figure, and what it was made of. */
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { SEVERITIES } from '@/lib/discrepancy/rules'
import type { GbtScore } from '@/lib/quality/gbt-19682'
import type { MqmScore } from '@/lib/quality/mqm-score'

/** One place, so that 94.96 never shows as the 95 it does not reach. */
const shown = (figure: number, places = 1) => (Math.floor(figure * 10 ** places) / 10 ** places).toFixed(places)

export async function MqmFigures({ score, large = false }: { score: MqmScore; large?: boolean }) {
  const t = await getTexts()
  const { verdict, calibrated, raw, perThousand, counts, unit } = score
  const found = SEVERITIES.toReversed().filter((severity) => counts[severity] > 0)
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-2">
        {calibrated !== null && (
          <span className={large ? 'font-serif text-3xl tabular-nums' : 'font-medium tabular-nums'}>
            {shown(calibrated)}
          </span>
        )}
        {verdict === 'too-small' ? (
          <Badge tone="warn" title={t('quality.tooSmallHint')}>
            {t('quality.tooSmall')}
          </Badge>
        ) : (
          <Badge tone={verdict === 'pass' ? 'ok' : 'danger'}>{t(`quality.${verdict}`)}</Badge>
        )}
      </p>
      {perThousand !== null && raw !== null && (
        <p className="whitespace-nowrap text-ink-soft text-sm tabular-nums">
          {t(`quality.perThousand_${unit}`, { points: perThousand.toFixed(1) })} ·{' '}
          {t('quality.raw', { score: shown(raw) })}
        </p>
      )}
      {large && verdict === 'too-small' && <p className="text-ink-soft text-sm">{t('quality.tooSmallHint')}</p>}
      <p className="text-ink-soft text-sm tabular-nums">
        {found.length === 0
          ? t('quality.noErrors')
          : found.map((severity) => t(`quality.severity_${severity}`, { count: counts[severity] })).join(' · ')}
      </p>
    </div>
  )
}

export async function GbtFigures({ score, large = false }: { score: GbtScore; large?: boolean }) {
  const t = await getTexts()
  const { rate, verdict, counts } = score
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className={large ? 'font-serif text-3xl tabular-nums' : 'font-medium tabular-nums'}>
          {/* Upwards: what exceeds the limit must not show as the limit. */}
          {(Math.ceil(Number((rate * 1e5).toFixed(6))) / 100).toFixed(2)} ‰
        </span>
        <Badge tone={verdict === 'pass' ? 'ok' : 'danger'}>{t(`quality.${verdict}`)}</Badge>
      </p>
      <p className="text-ink-soft text-sm tabular-nums">
        {t('quality.classes', { one: counts.I, two: counts.II, three: counts.III, four: counts.IV })}
      </p>
    </div>
  )
}
