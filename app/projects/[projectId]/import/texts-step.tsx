'use client'
/** The first step: the texts themselves. */
import { ScanText } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Note } from '@/app/_ui/note'
import { Spinner } from '@/app/_ui/spinner'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type ChosenTexts, holdsText, type Part } from './chosen'
import { ReadProblems } from './read-problems'
import type { Adding, Layout, ReadFailure } from './reading'
import { Segmented } from './segmented'
import { TextPanel } from './text-panel'

type TextsStepProps = {
  parts: Part[]
  adding?: Adding
  layout: Layout
  texts: ChosenTexts
  reading: boolean
  failure: ReadFailure | null
  onLayout: (layout: Layout) => void
  onTexts: (texts: ChosenTexts) => void
  onRead: () => void
  onCancel: () => void
}

export function TextsStep(props: TextsStepProps) {
  const { parts, adding, layout, texts, reading, failure, onLayout, onTexts, onRead, onCancel } = props
  const t = useTexts()
  const id = useId()
  const [missing, setMissing] = useState(false)
  const empty = !parts.some((part) => holdsText(texts[part]))

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(empty)
    if (!empty && !reading) onRead()
  }

  const hints: Record<Part, string> = {
    zh: adding ? '' : t('import.sideMayWait'),
    en: adding ? '' : t('import.sideMayWait'),
    both: t('import.bothHint'),
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {!adding && (
        <Segmented
          name={`${id}-layout`}
          legend={t('import.layout')}
          value={layout}
          options={[
            { value: 'two', label: t('import.layoutTwo') },
            { value: 'both', label: t('import.layoutBoth') },
          ]}
          onChange={onLayout}
        />
      )}
      <div className={cx('grid gap-5', parts.length > 1 ? 'lg:grid-cols-2' : 'max-w-3xl')}>
        {parts.map((part) => (
          <TextPanel
            key={part}
            part={part}
            hint={hints[part]}
            chosen={texts[part]}
            disabled={reading}
            onChange={(chosen) => onTexts({ ...texts, [part]: chosen })}
          />
        ))}
      </div>
      {failure && <ReadProblems failure={failure} />}
      {missing && empty && <Note tone="danger">{t('import.nothingChosen')}</Note>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" size="large" disabled={reading}>
          <ScanText aria-hidden />
          {t('import.read')}
        </Button>
        {reading && (
          <>
            <Spinner label={t('import.reading')} />
            <Button look="quiet" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
