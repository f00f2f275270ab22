'use client'
/** What a correction of the governing text means: for the person who makes it to say. */
import { Radio } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { otherSide, type Side } from '@/lib/bitext/text'
import type { Correction } from '../state/drafts'

type MeaningProps = { side: Side; chosen: Correction; onChoose: (correction: Correction) => void }

export function MeaningFields({ side, chosen, onChoose }: MeaningProps) {
  const t = useTexts()
  return (
    <fieldset className="mt-4 flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('review.correct-kind')}</legend>
      {(['substantive', 'editorial'] as const).map((kind) => (
        <Radio
          key={kind}
          name="correction"
          label={t(`review.correct-${kind}`)}
          hint={t(`review.correct-${kind}-hint`, { other: t(`common.${otherSide(side)}`) })}
          checked={chosen === kind}
          onChange={() => onChoose(kind)}
        />
      ))}
    </fieldset>
  )
}
