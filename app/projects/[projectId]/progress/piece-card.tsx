'use client'
/** One assignment on the board. */
import { ArrowRightLeft } from 'lucide-react'
import Link from 'next/link'
import type { DragEvent } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Menu, MenuItem, MenuLabel } from '@/app/_ui/menu'
import { Name } from '@/app/_ui/name'
import { Progress } from '@/app/_ui/progress'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import type { PersonLoad, Piece } from '@/lib/progress/load'
import type { Measure } from '@/lib/progress/rules'

export type Holder = Pick<PersonLoad, 'name' | 'role'> & { memberId: string | null }

type PieceCardProps = {
  projectId: string
  piece: Piece
  measure: Measure
  /** To whom it may be given. */
  holders: readonly Holder[]
  give: (to: Holder) => void
  onDragStart: (event: DragEvent) => void
  onDragEnd: () => void
}

export function PieceCard({ projectId, piece, measure, holders, give, onDragStart, onDragEnd }: PieceCardProps) {
  const t = useTexts()
  const { step, title, firstRow: from, lastRow: to, dueAt, all, left, documentId } = piece
  const done = all[measure] - left[measure]
  const late = dueAt !== null && new Date(dueAt) < new Date() && left.rows > 0
  return (
    <li
      draggable
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      className="card flex cursor-grab flex-col gap-1.5 p-2.5 active:cursor-grabbing"
    >
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone="info">{t(`assignment.step.${step}`)}</Badge>
        <Link
          className="link text-sm tabular-nums"
          href={`/projects/${projectId}/review/${documentId}`}
          draggable={false}
        >
          {t(from === to ? 'assignment.rangeOne' : 'assignment.range', { from, to })}
        </Link>
      </p>
      <p className="line-clamp-2 break-words text-ink-soft text-sm">{title}</p>
      <Progress done={done} of={all[measure]} label={t('progress.pieceDone', { done, all: all[measure] })} />
      <div className="flex items-center justify-between gap-2 text-sm">
        <span className={late ? 'font-medium text-danger' : 'text-ink-soft'}>
          {dueAt && (
            <>
              {t(late ? 'assignment.overdue' : 'assignment.dueAt')} <Time at={dueAt} show="day" />
            </>
          )}
        </span>
        <Menu
          trigger={
            <Button
              size="small"
              look="quiet"
              aria-label={t('progress.giveLabel', { from, to })}
              disabled={holders.length === 0}
            >
              <ArrowRightLeft aria-hidden />
              {t('progress.give')}
            </Button>
          }
        >
          <MenuLabel>{t('progress.giveTo')}</MenuLabel>
          {holders.map((holder) => (
            <MenuItem key={holder.memberId ?? 'pool'} onSelect={() => give(holder)}>
              <Name of={holder.name} />
            </MenuItem>
          ))}
        </Menu>
      </div>
    </li>
  )
}
