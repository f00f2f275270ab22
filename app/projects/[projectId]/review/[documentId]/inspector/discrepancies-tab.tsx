'use client'
/** The notes on the present row. */
import { Flag } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell } from '../state/cell'
import { loadThreads } from '../state/comments'
import { keysOf } from '../state/keys'
import { goToNext } from '../state/move'
import { useScreen } from '../state/use-screen'
import { DiscrepancyCard } from './discrepancy-card'

export function DiscrepanciesTab({ segment }: { segment: SegmentRow }) {
  const t = useTexts()
  const screen = useScreen()
  const opened = useCell(screen.opened)
  const { stamp } = segment.comments
  const talked = segment.discrepancies.some(({ comments }) => comments > 0)
  // The stamp changes with every comment of the row, whoever wrote it: what is said appears by itself.
  useEffect(() => {
    if (talked) void loadThreads(screen, segment.id, stamp, 'notes')
  }, [screen, segment.id, stamp, talked])
  return (
    <div className="flex flex-col gap-3">
      {segment.discrepancies.length === 0 ? (
        <div className="text-ink-soft text-sm">
          <Flag aria-hidden className="mb-2 size-5 text-ink-faint" />
          <p className="font-semibold text-ink">{t('review.no-discrepancies')}</p>
          <p className="mt-1">{t('review.no-discrepancies-how', { keys: keysOf('raise').join('+') })}</p>
        </div>
      ) : (
        segment.discrepancies.map((note) => (
          <DiscrepancyCard
            key={note.id}
            note={note}
            segment={segment}
            opened={opened?.id === note.id}
            focused={opened?.id === note.id && opened.focus}
          />
        ))
      )}
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Button
          size="small"
          onClick={() => goToNext(screen, 'discrepancy')}
          title={keysOf('next-discrepancy').join(' ')}
        >
          {t('review.act-next-discrepancy')}
        </Button>
        <Link className="link" href={`/projects/${screen.projectId}/discrepancies?document=${screen.documentId}`}>
          {t('review.to-ledger')}
        </Link>
      </div>
    </div>
  )
}
