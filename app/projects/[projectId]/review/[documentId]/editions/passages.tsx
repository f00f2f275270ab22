/** Passages that differ between two editions, with why. */
import { getTexts } from '@/app/_server/texts'
import type { PassageChange } from '@/lib/edition/changes'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'

export async function Passages({ changes, older }: { changes: readonly PassageChange[]; older: number }) {
  const t = await getTexts()
  return (
    <ol className="card divide-y divide-line">
      {changes.map(({ row, rowBefore, side, was, is, notes }) => (
        <li key={`${row} ${rowBefore} ${side} ${was}`} className="p-4">
          <p className="mb-1 flex flex-wrap gap-x-3 text-ink-soft text-sm">
            <span className="font-medium text-ink tabular-nums">
              {row === null ? t('edition.oldRow', { row: rowBefore ?? 0, edition: older }) : t('edition.row', { row })}
              {row !== null && rowBefore !== null && row !== rowBefore && (
                <span className="font-normal text-ink-soft"> ({t('edition.formerly', { row: rowBefore })})</span>
              )}
            </span>
            <span>{t(`common.${side}`)}</span>
            {notes.length === 0 ? (
              <span>{t('edition.amendment')}</span>
            ) : (
              notes.map(({ number }) => <span key={number}>{t('edition.settles', { number })}</span>)
            )}
          </p>
          <p lang={LANG[side]} className="document-text whitespace-pre-wrap break-words">
            <TrackedText base={was} text={is} side={side} />
          </p>
          {notes.map(
            ({ number, reason }) =>
              reason !== '' && (
                <p key={number} className="mt-1 whitespace-pre-wrap break-words text-ink-soft text-sm">
                  {reason}
                </p>
              ),
          )}
        </li>
      ))}
    </ol>
  )
}
