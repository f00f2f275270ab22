/** What an edition was worth, by two methods. */
import { getTexts } from '@/app/_server/texts'
import type { EditionScores } from '@/lib/edition/score-edition'
import { GbtFigures, MqmFigures } from '../../../quality/score-cells'

export async function Scores({ scores }: { scores: EditionScores }) {
  const t = await getTexts()
  const { rows, allRows, found, standing, gbt } = scores
  if (rows === 0) return <p className="text-ink-soft">{t('edition.qualityNone')}</p>
  const cards = [
    { key: 'found', figures: <MqmFigures score={found} /> },
    { key: 'standing', figures: <MqmFigures score={standing} /> },
    { key: 'gbt', figures: <GbtFigures score={gbt} /> },
  ] as const
  return (
    <>
      <p className="mb-3 max-w-prose text-ink-soft text-sm">
        {t('edition.qualityLead', {
          rows,
          all: allRows,
          units: t(`quality.units_${found.unit}`, { count: found.units }),
        })}
      </p>
      <div className="grid gap-4 md:grid-cols-3">
        {cards.map(({ key, figures }) => (
          <div key={key} className="card flex flex-col gap-2 p-4" title={t(`quality.${key}Hint`)}>
            <h3 className="font-medium">{t(`quality.${key}`)}</h3>
            {figures}
          </div>
        ))}
      </div>
    </>
  )
}
