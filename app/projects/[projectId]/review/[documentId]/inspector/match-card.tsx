'use client'
import { CircleCheck, CornerDownLeft } from 'lucide-react'
import { Badge, type Tone } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { otherSide } from '@/lib/bitext/text'
import type { Matches, MemoryMatch } from '@/lib/memory/find-matches'
import { CONTEXT_PERCENT, PENALTIES } from '@/lib/memory/rules'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { TrackedText } from '../grid/marked-text'
import { useCellAt } from '../state/cell'
import { takeMatch } from '../state/insert-match'
import { keysOf } from '../state/keys'
import { workingSide } from '../state/rights'
import { sideKey } from '../state/screen'
import { lockNow } from '../state/suggest'
import { useScreen } from '../state/use-screen'
import { OriginLine } from './origin-line'

type CardProps = { number: number; answer: Matches; segment: SegmentRow }

export function MatchCard({ number, answer: { side, source, matches }, segment }: CardProps) {
  const t = useTexts()
  const screen = useScreen()
  const match = matches[number]!
  const to = otherSide(side)
  const draft = useCellAt(screen.drafts, sideKey(segment.id, to))
  const stands = (draft?.text ?? segment[to]) === match.target
  const fits = to === workingSide(screen.review) && lockNow(screen, segment, to) === null
  return (
    <li className="rounded-md border border-line bg-surface px-3 py-2">
      <div className="flex items-center gap-2">
        <Badge tone={toneOf(match)}>
          <span className="tabular-nums" title={t('memory.percent-label', { percent: match.percent })}>
            {t('memory.percent', { percent: match.percent })}
          </span>
        </Badge>
        <span className="min-w-0 flex-1 text-ink-soft text-xs">
          {t(`memory.kind-${kindOf(match)}`)}
          {match.times > 1 && ` · ${t('memory.times', { count: match.times })}`}
        </span>
        {match.approved && (
          <span className="flex items-center gap-1 text-ok text-xs">
            <CircleCheck aria-hidden className="size-3.5" />
            {t('memory.approved')}
          </span>
        )}
      </div>
      <p lang={LANG[side]} className="document-text mt-1.5 !text-[0.9375rem]">
        {match.source === source ? source : <TrackedText base={match.source} text={source} side={side} />}
      </p>
      <p lang={LANG[to]} className="document-text mt-1 !text-[0.9375rem]">
        {match.target}
      </p>
      {match.against.length > 0 && <Against match={match} />}
      <div className="mt-1.5 flex items-end gap-2">
        <OriginLine origin={match} />
        {stands && <span className="ml-auto shrink-0 text-ink-faint text-xs">{t('memory.in-cell')}</span>}
        {fits && !stands && (
          <Button
            size="small"
            className="ml-auto shrink-0"
            title={keysOf('insert-match').join(' ')}
            aria-label={t('memory.insert-name', { number: number + 1 })}
            onClick={() => takeMatch(screen, segment, matches, number)}
          >
            <CornerDownLeft aria-hidden />
            {t('memory.insert')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Against({ match: { alike, against } }: { match: MemoryMatch }) {
  const t = useTexts()
  const off = against.reduce((sum, reason) => sum + PENALTIES[reason], 0)
  const reasons = new Intl.ListFormat(useLocale()).format(against.map((reason) => t(`memory.against-${reason}`)))
  return <p className="mt-1 text-warn text-xs">{t('memory.against', { alike, off, reasons })}</p>
}

function kindOf({ alike }: MemoryMatch) {
  if (alike === CONTEXT_PERCENT) return 'context'
  return alike === 100 ? 'same' : 'fuzzy'
}

/** From here on a match needs a word or two. */
const NEARLY = 85

function toneOf({ percent }: MemoryMatch): Tone {
  if (percent >= 100) return 'ok'
  return percent >= NEARLY ? 'info' : 'plain'
}
