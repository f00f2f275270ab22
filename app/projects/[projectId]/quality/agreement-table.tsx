/** How far each two readers agree. */
import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Table, Td, Th } from '@/app/_ui/table'
import { FEWEST_ITEMS, type PairAgreement } from '@/lib/quality/agreement'

export async function AgreementTable({ pairs }: { pairs: readonly PairAgreement[] }) {
  const t = await getTexts()
  const kappa = (figure: number | null) => (figure === null ? t('quality.none') : figure.toFixed(2))
  const share = (figure: number) => `${Math.round(figure * 100)} %`
  return (
    <Table label={t('quality.agreement')}>
      <thead>
        <tr>
          <Th>{t('quality.readers')}</Th>
          <Th className="text-right">{t('quality.both')}</Th>
          <Th className="text-right">{t('quality.observed')}</Th>
          <Th className="text-right" title={t('quality.kappaHint')}>
            {t('quality.kappa')}
          </Th>
          <Th className="text-right" title={t('quality.severityKappaHint')}>
            {t('quality.severityKappa')}
          </Th>
          <Th title={t('quality.marksHint')}>{t('quality.marks')}</Th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.raters.join('\n')}>
            <th scope="row" className="min-w-40 border-line border-t px-4 py-3 text-left font-medium">
              {pair.raters.join(' · ')}
            </th>
            <Td className="whitespace-nowrap text-right tabular-nums">
              {pair.items}{' '}
              {pair.items < FEWEST_ITEMS && (
                <Badge tone="warn" title={t('quality.fewItemsHint')}>
                  {t('quality.fewItems')}
                </Badge>
              )}
            </Td>
            <Td className="text-right tabular-nums">{share(pair.observed)}</Td>
            <Td className="text-right tabular-nums">{kappa(pair.kappa)}</Td>
            <Td className="text-right tabular-nums">{kappa(pair.severityKappa)}</Td>
            <Td className="tabular-nums">
              {pair.markF1 === null ? t('quality.none') : share(pair.markF1)}
              <span className="block text-ink-soft text-sm">
                {t('quality.marksOf', { overlapping: pair.overlapping, one: pair.marks[0], other: pair.marks[1] })}
                {pair.overlapping > 0 &&
                  ` · ${t('quality.sameKind', { type: pair.sameType, severity: pair.sameSeverity })}`}
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
