'use client'
/** The document itself: which text governs and why, where its texts came from, its size. */
import { useMemo } from 'react'
import { Badge } from '@/app/_ui/badge'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { SIDES } from '@/lib/bitext/text'
import { SEGMENT_STATUSES } from '@/lib/segment/rules'
import { StatusMark } from '../grid/status-mark'
import { statusText } from '../state/acts'
import { useCell } from '../state/cell'
import { takesSteps } from '../state/rights'
import { useScreen } from '../state/use-screen'
import { Credits } from './credits'

export function InfoTab() {
  const t = useTexts()
  const screen = useScreen()
  const outline = useCell(screen.outline)
  const { document } = screen.review
  const counts = useMemo(() => {
    const found = SEGMENT_STATUSES.map(() => 0)
    for (const status of outline?.statuses ?? []) found[status]!++
    return found
  }, [outline])
  return (
    <div className="flex flex-col gap-5 text-sm">
      <section>
        <h3 className="mb-1 text-ink-faint text-xs">{t('review.info-governing')}</h3>
        <p className="font-semibold">{t(`import.rule.${document.governing}`)}</p>
        {document.governingQuote !== '' && (
          <blockquote className="document-text mt-1 border-line-strong border-l-2 pl-2.5">
            {document.governingQuote}
          </blockquote>
        )}
      </section>
      <Credits />
      <section>
        <h3 className="mb-1 text-ink-faint text-xs">{t('review.info-sources')}</h3>
        {SIDES.map((side) => {
          const source = document.sources.find((one) => one.side === side)
          return (
            <div key={side} className="mb-3">
              <p className="flex items-center gap-2">
                <Badge>{t(`common.${side}`)}</Badge>
                <span className="min-w-0 break-all font-medium">{source?.fileName ?? t('review.info-missing')}</span>
              </p>
              {source && (
                <dl className="mt-1 text-ink-soft text-xs [&_dd]:mb-1 [&_dd]:break-all">
                  <dt className="sr-only">{t('review.info-received')}</dt>
                  <dd>
                    <Time at={source.receivedAt} />
                  </dd>
                  {source.address !== '' && (
                    <>
                      <dt className="sr-only">{t('review.info-address')}</dt>
                      <dd>{source.address}</dd>
                    </>
                  )}
                  <dt>SHA-256</dt>
                  <dd className="font-mono">{source.sha256}</dd>
                </dl>
              )}
            </div>
          )
        })}
      </section>
      {takesSteps(screen.review) && (
        <section>
          <h3 className="mb-1 text-ink-faint text-xs">{t('review.info-statuses')}</h3>
          <ul>
            {SEGMENT_STATUSES.map((status, i) => (
              <li key={status} className="flex items-center gap-2 py-0.5">
                <StatusMark status={status} />
                {t(statusText(status))}
                <span className="ml-auto tabular-nums">{counts[i]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
