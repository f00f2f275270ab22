'use client'
import { useEffect, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { SIDES } from '@/lib/bitext/text'
import type { Credit } from '@/lib/reading/list-credits'
import { LANG } from '../grid/lang'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

/** Who made the texts, as the texts themselves say; each leads to its row. */
export function Credits() {
  const t = useTexts()
  const screen = useScreen()
  const [credits, setCredits] = useState<readonly Credit[]>([])
  useEffect(() => {
    let current = true
    void fetch(`${screen.api}/credits`)
      .then((response) => (response.ok ? response.json() : []))
      .then((found: Credit[]) => current && setCredits(found))
      // Without them the tab says a little less; the rows themselves are in the grid.
      .catch(() => null)
    return () => {
      current = false
    }
  }, [screen])
  if (credits.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 text-ink-faint text-xs">{t('read.info-credits')}</h3>
      <ul className="flex flex-col gap-2">
        {credits.map((credit) => (
          <li key={credit.id}>
            {SIDES.map(
              (side) =>
                credit[side] !== '' && (
                  <p key={side} lang={LANG[side]} className="document-text !text-[0.9375rem]">
                    {credit[side]}
                  </p>
                ),
            )}
            <button
              type="button"
              className="link text-xs"
              onClick={() => goTo(screen, screen.outline.get()?.rowOf.get(credit.id) ?? 0, { editing: false })}
            >
              {t('review.to-row', { row: (screen.outline.get()?.rowOf.get(credit.id) ?? 0) + 1 })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
