'use client'
/**
 * Work under way in a column for each person: a card is dragged to whoever is to have it, or given by its menu, which is the
 * same by keyboard. Whether they may take it is the command's to say; who may not by their role is not offered.
 */
import { useRouter } from 'next/navigation'
import { type DragEvent, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { Name } from '@/app/_ui/name'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { unanswered } from '@/app/_ui/unanswered'
import { mayDo } from '@/lib/assignment/rules'
import type { PersonLoad, Piece } from '@/lib/progress/load'
import type { Measure } from '@/lib/progress/rules'
import { handOver } from './actions'
import { type Holder, PieceCard } from './piece-card'

type WorkBoardProps = { projectId: string; people: readonly PersonLoad[]; pieces: readonly Piece[]; measure: Measure }

const TYPE = 'application/x-duizhao-work'

export function mayHold(holder: Holder, piece: Piece): boolean {
  return holder.memberId === null || (holder.role !== null && mayDo(holder.role, piece.step))
}

export function WorkBoard({ projectId, people, pieces, measure }: WorkBoardProps) {
  const t = useTexts()
  const give = useGive(projectId)
  const [dragged, setDragged] = useState<Piece | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const holders: Holder[] = [{ memberId: null, name: t('progress.pool'), role: null }, ...people]
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return (
    <ul aria-label={t('progress.board')} className="-mx-1 flex gap-3 overflow-x-auto px-1 pb-3">
      {holders.map((holder) => {
        const key = holder.memberId ?? 'pool'
        const own = pieces.filter(({ memberId }) => memberId === holder.memberId)
        const takes = dragged !== null && dragged.memberId !== holder.memberId && mayHold(holder, dragged)
        return (
          <li
            key={key}
            className={cx(
              'flex w-64 shrink-0 flex-col gap-2 rounded-lg border border-line bg-sunken p-2',
              dragged && !takes && 'opacity-60',
              takes && over === key && 'outline-2 outline-focus',
            )}
            onDragOver={(event: DragEvent) => {
              if (!takes) return
              event.preventDefault()
              setOver(key)
            }}
            onDragLeave={() => setOver((now) => (now === key ? null : now))}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && takes) void give(dragged, holder)
              end()
            }}
          >
            <h3 className="flex flex-wrap items-baseline gap-x-2 px-1 font-medium">
              <span className="break-words">
                <Name of={holder.name} />
              </span>
              <span className="font-normal text-ink-faint text-sm">{subtitle(t, holder)}</span>
            </h3>
            {own.length === 0 && <p className="px-1 pb-1 text-ink-faint text-sm">{t('progress.free')}</p>}
            <ul className="flex flex-col gap-2">
              {own.map((piece) => (
                <PieceCard
                  key={piece.id}
                  projectId={projectId}
                  piece={piece}
                  measure={measure}
                  holders={holders.filter((one) => one.memberId !== piece.memberId && mayHold(one, piece))}
                  give={(to) => give(piece, to)}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(TYPE, piece.id)
                    event.dataTransfer.effectAllowed = 'move'
                    setDragged(piece)
                  }}
                  onDragEnd={end}
                />
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}

function subtitle(t: ReturnType<typeof useTexts>, { memberId, role }: Holder): string {
  if (memberId === null) return t('progress.poolSays')
  return role ? t(ROLE_NAMES[role]) : t('assignment.former')
}

/** Gives a piece to somebody, says so, and offers to give it back. */
function useGive(projectId: string) {
  const t = useTexts()
  const tell = useToast()
  const router = useRouter()
  const give = async (piece: Pick<Piece, 'id' | 'version' | 'memberId' | 'firstRow' | 'lastRow'>, to: Holder) => {
    const input = { projectId, assignmentId: piece.id, seenVersion: piece.version, memberId: to.memberId }
    const outcome = await handOver(input).catch(unanswered(t))
    router.refresh()
    if (!outcome.ok) return tell(outcome.message, { failed: true })
    tell(t('progress.given', { from: piece.firstRow, to: piece.lastRow, name: to.name }))
  }
  return give
}
