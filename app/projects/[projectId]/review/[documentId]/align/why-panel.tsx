'use client'
/** Why the texts of this row are thought to belong together: how sure, who says so, and what ties them. */
import { X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { IconButton } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Tie } from '@/lib/bitext/align'
import type { SegmentRow } from '@/lib/segment/queries'
import { LANG } from '../grid/lang'
import { useCell, useCellAt, useCellPart } from '../state/cell'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'
import { PairingShape } from './align-gutter'
import { alignOf } from './align-state'
import { EvidenceList } from './evidence-list'
import { loadWhy } from './load-why'
import { pairingOf, sayPairing } from './pairing'
import { wordsOf } from './tied-words'

/** Someone who walks through rows quickly, or is still rearranging one, wants no reasons on the way. */
const PAUSE = 180
const PAUSE_AFTER_CHANGE = 900

export function WhyPanel() {
  const t = useTexts()
  const screen = useScreen()
  const row = useCellPart(screen.place, (place) => place.row)
  const id = useCellPart(screen.outline, (outline) => outline?.ids[row] ?? 0)
  const segment = useCellAt(screen.rows, id)
  return (
    <aside
      aria-label={t('align.why')}
      className="fixed inset-x-0 bottom-0 z-30 flex h-[50dvh] flex-col rounded-t-lg border-line border-t bg-surface shadow-raised lg:static lg:z-auto lg:h-auto lg:w-80 lg:rounded-none lg:border-t-0 lg:border-l lg:shadow-none"
    >
      <div className="flex items-center justify-between border-line border-b py-1 pr-1 pl-4">
        <h2 className="font-semibold">{t('align.why')}</h2>
        <IconButton
          size="small"
          label={t('align.why-close')}
          onClick={() => changeSettings(screen, { inspector: false })}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3">
        {segment ? (
          <Reasons key={id} segment={segment} row={row} />
        ) : (
          <p className="text-ink-soft">{t('common.loading')}</p>
        )}
      </div>
    </aside>
  )
}

function Reasons({ segment, row }: { segment: SegmentRow; row: number }) {
  const t = useTexts()
  const screen = useScreen()
  const why = useCellAt(alignOf(screen).whys, segment.id)
  const pairing = useMemo(() => pairingOf(segment), [segment])
  const both = segment.zh !== '' && segment.en !== ''
  const { id, zh, en, confirmed } = segment
  const pending = useCellPart(alignOf(screen).pending, (count) => count > 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts have other reasons, and a fresh confirmation its person
  useEffect(() => {
    if (!both || pending) return
    const later = setTimeout(() => void loadWhy(screen, id), pairing.sure === 'unjudged' ? PAUSE_AFTER_CHANGE : PAUSE)
    return () => clearTimeout(later)
  }, [screen, id, zh, en, both, confirmed, pending])
  return (
    <>
      <p className="mb-2 font-medium text-ink-faint text-xs">{t('review.row-name', { row: row + 1 })}</p>
      <div className="align-why-head" data-sure={pairing.sure} data-shape={pairing.shape}>
        <PairingShape pairing={pairing} />
        <p>{sayPairing(t, pairing)}</p>
      </div>
      <p className="mt-2 text-ink-soft text-sm">{t(`align.sure-${sureness(pairing.sure, segment.confidence)}`)}</p>
      {confirmed && why?.ties?.confirmed && (
        <p className="mt-1 text-ink-soft text-sm">
          {t('align.confirmed-by', { name: why.ties.confirmed.by, at: new Date(why.ties.confirmed.at) })}
        </p>
      )}
      {!both && <p className="mt-3">{t('align.why-empty')}</p>}
      {both && why === undefined && <p className="mt-3 text-ink-soft">{t('common.loading')}</p>}
      {both && why?.ties === null && <p className="mt-3 text-ink-soft">{t('align.why-failed')}</p>}
      {both && why?.ties && <Ties ties={why.ties.ties} segment={segment} />}
      {both && why?.ties?.evidence && <EvidenceList evidence={why.ties.evidence} />}
      {why?.ties?.alignedBy && (
        <p className="mt-4 border-line border-t pt-2 text-ink-faint text-xs">
          {t('align.aligned-by', { engine: why.ties.alignedBy })}
        </p>
      )}
      <LastStep />
    </>
  )
}

type Sureness = 'confirmed' | 'unjudged' | 'high' | 'middle' | 'low'

function sureness(sure: string, confidence: number | null): Sureness {
  if (sure === 'confirmed' || sure === 'unjudged') return sure
  if ((confidence ?? 0) >= 0.95) return 'high'
  return (confidence ?? 0) >= 0.8 ? 'middle' : 'low'
}

/** Both texts with their tied words lit, then the ties one by one; either points at the other. */
function Ties({ ties, segment }: { ties: readonly Tie[]; segment: SegmentRow }) {
  const t = useTexts()
  const [lit, setLit] = useState<number | null>(null)
  if (ties.length === 0) return <p className="mt-3">{t('align.why-none')}</p>
  return (
    <>
      {(['zh', 'en'] as const).map((side) => (
        <p key={side} lang={LANG[side]} className="document-text mt-3 border-line border-l-2 pl-3 text-sm">
          {wordsOf(
            segment[side],
            ties.map((tie) => tie.at[side]),
          ).map(({ from, text, tie }) =>
            tie === null ? (
              text
            ) : (
              <mark
                key={from}
                data-lit={lit === tie || undefined}
                className="align-tied"
                onPointerEnter={() => setLit(tie)}
                onPointerLeave={() => setLit(null)}
              >
                {text}
              </mark>
            ),
          )}
        </p>
      ))}
      <h3 className="mt-4 mb-1 font-medium text-ink-faint text-xs">{t('align.ties', { count: ties.length })}</h3>
      <ul>
        {ties.map((tie, i) => (
          <li
            key={`${tie.zh} ${tie.en}`}
            data-lit={lit === i || undefined}
            onPointerEnter={() => setLit(i)}
            onPointerLeave={() => setLit(null)}
            className="align-tie"
          >
            <span lang="zh-CN">{tie.zh}</span>
            <span
              aria-hidden
              className="align-tie-line"
              style={{ height: `${1 + Math.round(Math.min(1, tie.weight) * 3)}px` }}
            />
            <span lang="en">{tie.en}</span>
            <span className="text-ink-faint text-xs">{t(`align.tie-${tie.learned ? 'learned' : tie.kind}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whoever rearranged the document last. */
function LastStep() {
  const t = useTexts()
  const screen = useScreen()
  const last = useCell(alignOf(screen).journal)?.undo
  if (!last) return null
  return (
    <p className="mt-2 text-ink-faint text-xs">
      {t('align.last-step', { what: t(`align.step-${last.kind}`), name: last.by })}
    </p>
  )
}
