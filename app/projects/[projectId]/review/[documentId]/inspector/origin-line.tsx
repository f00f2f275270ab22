'use client'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { Origin } from '@/lib/memory/origins'
import { StatusMark } from '../grid/status-mark'
import { statusText } from '../state/acts'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

/** Where a pair of texts stands, its status, who answers for it, and since when. */
export function OriginLine({ origin }: { origin: Origin }) {
  const t = useTexts()
  return (
    <p className="min-w-0 text-ink-soft text-xs">
      <Place origin={origin} />
      <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5">
        <StatusMark status={origin.status} />
        {t(statusText(origin.status))}
        <span aria-hidden>·</span>
        {origin.by ?? t('memory.by-nobody')}
        <span aria-hidden>·</span>
        <Time at={origin.at} show="day" />
      </span>
    </p>
  )
}

function Place({ origin: { documentId, document, segmentId, row } }: { origin: Origin }) {
  const t = useTexts()
  const screen = useScreen()
  const here = documentId === screen.documentId ? screen.outline.get()?.rowOf.get(segmentId) : undefined
  if (here !== undefined) {
    return (
      <button type="button" className="link" onClick={() => goTo(screen, here, { editing: false })}>
        {t('memory.row', { row: here + 1 })}
      </button>
    )
  }
  return (
    <a
      className="link"
      target="_blank"
      rel="noopener"
      href={`/projects/${screen.projectId}/review/${documentId}?segment=${segmentId}`}
    >
      {row === null ? document : t('memory.elsewhere', { document, row })}
      <span className="sr-only"> ({t('memory.opens-elsewhere')})</span>
    </a>
  )
}
