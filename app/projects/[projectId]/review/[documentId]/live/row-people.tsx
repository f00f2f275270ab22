'use client'
/** Who else stands on this row. */
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCellAt } from '../state/cell'
import { useScreen } from '../state/use-screen'
import { Avatar } from './avatar'

/** More would not fit beside the row's number; all are named in the list above the grid. */
const MOST_SHOWN = 3

export function RowPeople({ segmentId }: { segmentId: number }) {
  const t = useTexts()
  const screen = useScreen()
  const people = useCellAt(screen.live.at, segmentId)
  if (!people || people.length === 0) return null
  const say = (person: (typeof people)[number]) =>
    person.editing && person.side
      ? t('live.here-editing', { name: person.name, side: t(`common.${person.side}`) })
      : t('live.here-name', { name: person.name })
  return (
    <span className="flex items-center justify-center gap-1 py-0.5">
      {people.slice(0, MOST_SHOWN).map((person) => (
        <Avatar key={person.memberId} person={person} title={say(person)} />
      ))}
      {people.length > MOST_SHOWN && <span className="text-ink-soft text-xs">+{people.length - MOST_SHOWN}</span>}
      <span className="sr-only">{people.map(say).join(' ')}</span>
    </span>
  )
}
