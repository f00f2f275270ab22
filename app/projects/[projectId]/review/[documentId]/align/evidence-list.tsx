'use client'
/** What speaks for a pairing beside its words, and what against it. */
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Evidence } from '@/lib/bitext/align'

type Verdict = 'for' | 'neutral' | 'against'

/** In nats: below this nobody would call it evidence. */
const LITTLE = 0.5
/** Shapes rarer than this speak against a pairing; commoner ones than that for it. */
const RARE_SHARE = 0.05
const COMMON_SHARE = 0.3

function verdict(nats: number): Verdict {
  if (Math.abs(nats) < LITTLE) return 'neutral'
  return nats > 0 ? 'for' : 'against'
}

function shapeVerdict(share: number): Verdict {
  if (share < RARE_SHARE) return 'against'
  return share >= COMMON_SHARE ? 'for' : 'neutral'
}

export function EvidenceList({ evidence: { words, order, length, shape, ends } }: { evidence: Evidence }) {
  const t = useTexts()
  const { found, expected } = length
  const percent = Math.round(100 * shape.share)
  const lines: { says: string; speaks: Verdict }[] = [
    { says: t('align.evidence-words'), speaks: verdict(words) },
    { says: t('align.evidence-order'), speaks: verdict(order) },
    { says: t('align.evidence-length', { found, expected }), speaks: verdict(length.nats) },
    { says: t('align.evidence-shape', { zh: shape.zh, en: shape.en, percent }), speaks: shapeVerdict(shape.share) },
    { says: t('align.evidence-ends'), speaks: verdict(ends) },
  ]
  return (
    <>
      <h3 className="mt-4 mb-1 font-medium text-ink-faint text-xs">{t('align.evidence')}</h3>
      <ul className="text-sm">
        {lines.map(({ says, speaks }) => (
          <li key={says} className="flex items-baseline justify-between gap-3 py-0.5">
            <span>{says}</span>
            <span
              className={speaks === 'against' ? 'whitespace-nowrap font-medium' : 'whitespace-nowrap text-ink-faint'}
            >
              {t(`align.speaks-${speaks}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
