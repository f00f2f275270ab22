/** The pairing of a row as the gutter maps it: how many sentences stand on each side, how sure it is, who made it. */
import type { Translate } from '@/app/_ui/texts/translate'
import { isDoubtful } from '@/lib/segment/flags'
import type { SegmentRow } from '@/lib/segment/queries'
import { countSentences } from './borders'

export type Pairing = {
  zh: number
  en: number
  /** `empty` lacks a side, `even` is one to one, `uneven` anything else. */
  shape: 'even' | 'uneven' | 'empty'
  sure: 'confirmed' | 'sure' | 'doubtful' | 'unjudged'
  moved: boolean
  confidence: number | null
}

export function pairingOf(row: Pick<SegmentRow, 'zh' | 'en' | 'confidence' | 'confirmed' | 'moved'>): Pairing {
  const zh = countSentences(row.zh, 'zh')
  const en = countSentences(row.en, 'en')
  const shape = zh === 0 || en === 0 ? 'empty' : zh === 1 && en === 1 ? 'even' : 'uneven'
  const { confidence, moved } = row
  const sure = row.confirmed ? 'confirmed' : confidence === null ? 'unjudged' : isDoubtful(row) ? 'doubtful' : 'sure'
  return { zh, en, shape, sure, moved, confidence }
}

/** `2 Chinese sentences, 1 English · automatic, 64 % sure`. */
export function sayPairing(t: Translate, { zh, en, sure, moved, confidence }: Pairing): string {
  const percent = Math.floor((confidence ?? 0) * 100)
  const who =
    sure === 'confirmed'
      ? t('review.confirmed')
      : sure === 'unjudged'
        ? t('align.by-hand')
        : t('review.automatic-sure', { percent })
  return [t('align.counts', { zh, en }), who, moved && t('review.moved')].filter(Boolean).join(' · ')
}
