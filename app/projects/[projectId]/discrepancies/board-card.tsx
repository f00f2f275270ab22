'use client'
/** A note on the board: enough to know it by, and the ways to move it. */
import { EllipsisVertical } from 'lucide-react'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { Badge } from '@/app/_ui/badge'
import { IconButton } from '@/app/_ui/button'
import { Menu, MenuItem, MenuLabel } from '@/app/_ui/menu'
import { Name } from '@/app/_ui/name'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { movesOf, openSteps } from '@/lib/discrepancy/open-steps'
import type { LedgerEntry } from '@/lib/discrepancy/queries'
import type { DiscrepancyState } from '@/lib/discrepancy/rules'
import { STEP_ICONS } from './step-buttons'
import { useSteps } from './step-context'
import { SEVERITY_TONES } from './tones'

type BoardCardProps = {
  entry: LedgerEntry
  showDocument: boolean
  /** The one Tab leads to. */
  current: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onDrag: (begun: boolean) => void
  onMove: (to: DiscrepancyState) => void
}

export function BoardCard({ entry, showDocument, current, onFocus, onKeyDown, onDrag, onMove }: BoardCardProps) {
  const t = useTexts()
  const { projectId, me } = useSteps()
  const { id, number, type, severity, documentId, documentTitle, segmentId, row, decision, state } = entry
  const who = state === 'proposed' ? entry.proposedBy : (entry.decidedBy ?? entry.raisedBy)
  const movable = Object.keys(movesOf(entry, me)).length > 0
  const name = `${t('discrepancy.numberOf', { number })}, ${t(`discrepancy.type.${type}`)}, ${t(`discrepancy.severity.${severity}`)}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card is a group with a name, not a set of fields
    <div
      role="group"
      data-card={id}
      aria-label={name}
      aria-describedby="board-keys"
      tabIndex={current ? 0 : -1}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', name)
        onDrag(true)
      }}
      onDragEnd={() => onDrag(false)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className="rounded-md border border-line bg-surface px-2.5 py-2 text-sm data-[draggable]:cursor-grab"
    >
      <div className="flex items-start justify-between gap-1">
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 pt-0.5">
          <span className="font-semibold tabular-nums">{t('discrepancy.numberOf', { number })}</span>
          <span>{t(`discrepancy.type.${type}`)}</span>
          <Badge tone={SEVERITY_TONES[severity]}>{t(`discrepancy.severity.${severity}`)}</Badge>
        </p>
        {movable && <MoveMenu entry={entry} onMove={onMove} />}
      </div>
      {entry.zhQuote && (
        <p lang="zh-CN" className="document-text mt-1 line-clamp-2 break-words !text-[0.9375rem]">
          {entry.zhQuote}
        </p>
      )}
      {entry.enQuote && (
        <p lang="en" className="document-text line-clamp-2 break-words !text-[0.9375rem]">
          {entry.enQuote}
        </p>
      )}
      {decision && <p className="mt-1 font-medium">{t(`discrepancy.decision.${decision}`)}</p>}
      <p className="mt-1 flex flex-wrap gap-x-2 text-ink-soft text-xs">
        <Link
          className="link"
          aria-label={t('discrepancy.goToPlace', { row, title: documentTitle })}
          href={`/projects/${projectId}/review/${documentId}?segment=${segmentId}&tab=discrepancies`}
        >
          {t('discrepancy.row', { row })}
        </Link>
        {showDocument && <span className="min-w-0 truncate">{documentTitle}</span>}
        <span>
          <Name of={who} />
        </span>
      </p>
    </div>
  )
}

function MoveMenu({ entry, onMove }: { entry: LedgerEntry; onMove: (to: DiscrepancyState) => void }) {
  const t = useTexts()
  const { me, begin } = useSteps()
  const moves = Object.entries(movesOf(entry, me)) as [DiscrepancyState, string][]
  const leading = moves.map(([, step]) => step)
  const others = openSteps(entry, me).filter((step) => !leading.includes(step))
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label={t('ledger.moveLabel', { number: entry.number })}
          className="-mt-0.5 -mr-1.5 shrink-0"
        >
          <EllipsisVertical aria-hidden />
        </IconButton>
      }
    >
      <MenuLabel>{t('ledger.moveTo')}</MenuLabel>
      {moves.map(([state]) => (
        <MenuItem key={state} onSelect={() => onMove(state)}>
          {t(`discrepancy.state.${state}`)}
        </MenuItem>
      ))}
      {others.map((step) => {
        const Icon = STEP_ICONS[step]
        return (
          <MenuItem key={step} onSelect={() => begin(entry, step)}>
            <Icon aria-hidden />
            {t(`discrepancy.${step}`)}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
