'use client'
/** Passages that differ between two editions, with why. */
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { EditionChange } from '@/lib/edition/changes'
import { TrackedText } from '../../grid/marked-text'
import { LANG } from '../../grid/text-cell'

export function Differences({ differences }: { differences: readonly EditionChange[] }) {
  const t = useTexts()
  return (
    <ol className="card divide-y divide-line">
      {differences.map(({ row, side, was, is, note }) => (
        <li key={`${row} ${side}`} className="p-4">
          <p className="mb-1 flex flex-wrap gap-x-3 text-ink-soft text-sm">
            <span className="font-medium text-ink tabular-nums">{t('edition.row', { row })}</span>
            <span>{t(`common.${side}`)}</span>
            <span>{note ? t('edition.settles', { number: note.number }) : t('edition.amendment')}</span>
          </p>
          <p lang={LANG[side]} className="document-text whitespace-pre-wrap break-words">
            <TrackedText base={was} text={is} side={side} />
          </p>
          {note && note.reason !== '' && <p className="mt-1 text-ink-soft text-sm">{note.reason}</p>}
        </li>
      ))}
    </ol>
  )
}
