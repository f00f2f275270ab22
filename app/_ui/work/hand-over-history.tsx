/** How a piece of work came from one person to another. */
import type { HandOverRow } from '@/lib/assignment/queries'
import type { Translate } from '../texts/translate'
import { Time } from '../time'

export function HandOverHistory({ t, handOvers }: { t: Translate; handOvers: readonly HandOverRow[] }) {
  if (handOvers.length === 0) return null
  return (
    <details className="mt-1 text-sm">
      <summary className="text-ink-soft">{t('assignment.history', { count: handOvers.length })}</summary>
      <ol className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-3">
        {handOvers.map(({ act, from, to, by, reason, at }) => (
          <li key={at}>
            {t(`assignment.passed.${act}`, { from: from ?? '', to: to ?? '', by })}{' '}
            <span className="text-ink-faint">
              <Time at={at} />
            </span>
            {reason && <span className="block break-words text-ink-soft">{reason}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
