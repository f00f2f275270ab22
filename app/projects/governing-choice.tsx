'use client'
/** The four governing rules, each with what it means here. */
import { Radio } from '@/app/_ui/field'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { GOVERNING_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { GoverningRule } from '@/lib/bitext/text'

const HELP: Record<GoverningRule, TextKey> = {
  'prevails-zh': 'project.governingHelpPrevailsZh',
  'prevails-en': 'project.governingHelpPrevailsEn',
  'equally-authentic': 'project.governingHelpEquallyAuthentic',
  'reference-only': 'project.governingHelpReferenceOnly',
}

export function GoverningChoice({ chosen, disabled }: { chosen: GoverningRule; disabled?: boolean }) {
  const t = useTexts()
  return (
    <fieldset disabled={disabled}>
      <legend className="font-medium text-sm">{t('project.governing')}</legend>
      <p className="mt-0.5 mb-2 text-ink-faint text-sm">{t('project.governingHint')}</p>
      <div className="grid gap-2 sm:grid-cols-2">
        {(Object.keys(HELP) as GoverningRule[]).map((rule) => (
          <Radio
            key={rule}
            name="governing"
            value={rule}
            defaultChecked={rule === chosen}
            label={t(GOVERNING_NAMES[rule])}
            hint={t(HELP[rule])}
          />
        ))}
      </div>
    </fieldset>
  )
}
