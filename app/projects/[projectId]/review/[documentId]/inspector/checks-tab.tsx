'use client'
/** What the checks find in the present row as it is being typed. Computed here in the browser; nothing is kept. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { type Finding, runChecks } from '@/lib/bitext/check'
import type { Side, Span } from '@/lib/bitext/text'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/text-cell'
import { useCellAt } from '../state/cell'
import { hasSide } from '../state/rights'
import { sideKey } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { sayFinding } from './say-finding'

/** More than these a person does not read; the rest unfolds. */
const MOST_SHOWN = 3

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
const LOOKS = { error: 'text-danger', warning: 'text-warn', note: 'text-info' } as const

export function ChecksTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const zh = useDeferredValue(useCellAt(screen.drafts, sideKey(segment.id, 'zh'))?.text ?? segment.zh)
  const en = useDeferredValue(useCellAt(screen.drafts, sideKey(segment.id, 'en'))?.text ?? segment.en)
  const [all, setAll] = useState(false)
  const oneSided = !hasSide(screen.review, 'zh') || !hasSide(screen.review, 'en')
  const { id, kind, label } = segment
  const findings = useMemo(
    () => runChecks({ id: String(id), zh, en, kind, label }, { oneSided }),
    [oneSided, id, zh, en, kind, label],
  )
  if (findings.length === 0) {
    return (
      <p className="flex items-start gap-2 text-ink-soft text-sm">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
        {t('review.checks-none')}
      </p>
    )
  }
  const shown = all ? findings : findings.slice(0, MOST_SHOWN)
  return (
    <>
      <ul className="flex flex-col gap-3 text-sm">
        {shown.map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity; they are computed anew each time
          <FindingEntry key={i} finding={finding} zh={zh} en={en} />
        ))}
      </ul>
      {findings.length > MOST_SHOWN && (
        <button type="button" className="link mt-3 text-sm" onClick={() => setAll(!all)}>
          {all ? t('review.checks-fewer') : t('review.checks-more', { count: findings.length - MOST_SHOWN })}
        </button>
      )}
    </>
  )
}

function FindingEntry({ finding, zh, en }: { finding: Finding; zh: string; en: string }) {
  const t = useTexts()
  const Icon = ICONS[finding.severity]
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${LOOKS[finding.severity]}`} />
      <div className="min-w-0">
        <p>
          <span className="sr-only">{t(`review.finding-${finding.severity}`)}: </span>
          {sayFinding(t, finding)}
        </p>
        <Words side="zh" text={zh} span={finding.zh} />
        <Words side="en" text={en} span={finding.en} />
      </div>
    </li>
  )
}

function Words({ side, text, span }: { side: Side; text: string; span: Span | null }) {
  if (!span || span.from >= span.to) return null
  return (
    <p lang={LANG[side]} className="document-text truncate text-ink-soft">
      {text.slice(span.from, span.to)}
    </p>
  )
}
