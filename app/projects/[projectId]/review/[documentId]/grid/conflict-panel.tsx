'use client'
/** Two people changed one text. Base, theirs and mine side by side, a proposal where both can stand, and nobody's words vanish. */
import { GitMerge } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { mergeTexts } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'
import { takeTheirs } from '../state/acts'
import { discardDraft, saveMerge } from '../state/save'
import type { DraftState, LiveDraft } from '../state/screen'
import { useScreen } from '../state/use-screen'
import { TrackedText } from './marked-text'
import { CELL } from './roles'
import { LANG } from './text-cell'

type Conflict = Extract<DraftState, { is: 'conflict' }>

export function ConflictPanel({ draft, state }: { draft: LiveDraft; state: Conflict }) {
  const t = useTexts()
  const screen = useScreen()
  const { base, text: mine, side } = draft
  const { theirs } = state
  const merge = useMemo(() => mergeTexts(base, mine, theirs, side), [base, mine, theirs, side])
  // Written over by a person it stays theirs to keep; until then it follows the proposal.
  const [written, setWritten] = useState<string | null>(null)
  const result = written ?? (merge.clean ? merge.text : mine)
  return (
    <div {...CELL} tabIndex={-1} className="review-below col-span-full bg-danger-soft px-4 py-3 text-sm">
      <div role="alert" className="flex items-start gap-2">
        <GitMerge aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        <p>
          <strong className="font-semibold">{t('review.conflict')}</strong> {t('review.conflict-body')}
        </p>
      </div>
      <div className="mt-3 grid gap-3 md:grid-cols-3">
        <Version title={t('review.conflict-base')} side={side}>
          {base}
        </Version>
        <Version title={t('review.conflict-theirs')} side={side}>
          <TrackedText base={base} text={theirs} side={side} />
        </Version>
        <Version title={t('review.conflict-mine')} side={side}>
          <TrackedText base={base} text={mine} side={side} />
        </Version>
      </div>
      <label className="mt-3 block">
        <span className="font-semibold">{t(merge.clean ? 'review.conflict-proposal' : 'review.conflict-write')}</span>
        <textarea
          lang={LANG[side]}
          spellCheck={side === 'en'}
          value={result}
          onChange={(event) => setWritten(event.target.value)}
          rows={3}
          className="document-text mt-1 block field-sizing-content w-full rounded-md border border-line-strong bg-surface px-3 py-2"
        />
      </label>
      {!merge.clean && <p className="mt-1 text-ink-soft">{t('review.conflict-overlap')}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" size="small" onClick={() => void saveMerge(screen, draft, result)}>
          {t('review.conflict-save')}
        </Button>
        <Button size="small" onClick={() => setWritten(mine)}>
          {t('review.conflict-use-mine')}
        </Button>
        <Button size="small" onClick={() => setWritten(theirs)}>
          {t('review.conflict-use-theirs')}
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={() => (mine === base ? discardDraft(screen, draft) : takeTheirs(screen, draft.segmentId, side))}
        >
          {t('review.conflict-leave')}
        </Button>
      </div>
    </div>
  )
}

function Version({ title, side, children }: { title: string; side: Side; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="rounded-md border border-line bg-surface px-3 py-2">
      <h3 className="mb-1 text-ink-soft text-xs">{title}</h3>
      <p lang={LANG[side]} className="document-text">
        {children}
      </p>
    </section>
  )
}
