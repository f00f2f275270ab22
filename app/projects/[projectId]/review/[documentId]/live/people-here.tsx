'use client'
/** Who else has the document open, and whether what they save arrives. */
import { CloudOff } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/app/_ui/badge'
import { Popover, PopoverClose, PopoverPanel, PopoverTrigger } from '@/app/_ui/popover'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Person } from '@/lib/live/message'
import { useCell } from '../state/cell'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'
import { Avatar } from './avatar'
import './live.css'

const MOST_SHOWN = 4

export function PeopleHere() {
  const t = useTexts()
  const screen = useScreen()
  const people = useCell(screen.live.people)
  const connection = useCell(screen.live.connection)
  const said = useCell(screen.live.said)
  const [open, setOpen] = useState(false)
  return (
    <>
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
      <span aria-live="polite">
        {connection === 'lost' && (
          <Badge tone="warn" title={t('live.lost-hint')}>
            <CloudOff aria-hidden />
            {t('live.lost')}
          </Badge>
        )}
      </span>
      {people.length > 0 && (
        <Popover open={open} onOpenChange={setOpen}>
          <PopoverTrigger
            className="flex h-8 items-center rounded-md px-1 hover:bg-hover"
            title={people.map(({ name }) => name).join(', ')}
          >
            <span className="sr-only">{t('live.people', { count: people.length })}</span>
            <span aria-hidden className="flex items-center gap-1">
              {people.slice(0, MOST_SHOWN).map((person) => (
                <Avatar key={person.memberId} person={person} large />
              ))}
              {people.length > MOST_SHOWN && (
                <span className="text-ink-soft text-sm">+{people.length - MOST_SHOWN}</span>
              )}
            </span>
          </PopoverTrigger>
          <PopoverPanel className="w-72 p-2" aria-label={t('live.people-title')}>
            <h2 className="px-2 py-1 font-semibold text-sm">{t('live.people-title')}</h2>
            <ul className="max-h-80 overflow-y-auto">
              {people.map((person) => (
                <li key={person.memberId}>
                  <PersonLine person={person} />
                </li>
              ))}
            </ul>
          </PopoverPanel>
        </Popover>
      )}
    </>
  )
}

function PersonLine({ person }: { person: Person }) {
  const t = useTexts()
  const screen = useScreen()
  const outline = useCell(screen.outline)
  const row = person.segmentId === null ? undefined : outline?.rowOf.get(person.segmentId)
  const where =
    row === undefined
      ? t('live.person-about')
      : t(person.editing ? 'live.person-editing' : 'live.person-row', { row: row + 1 })
  const line = (
    <>
      <Avatar person={person} large />
      <span className="min-w-0 flex-1 truncate">{person.name}</span>
      <span className="text-ink-soft text-sm">{where}</span>
    </>
  )
  if (row === undefined) return <span className="flex items-center gap-2 px-2 py-1.5">{line}</span>
  return (
    <PopoverClose
      className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-start hover:bg-hover"
      onClick={() => goTo(screen, row, { editing: false })}
    >
      <span className="sr-only">{t('live.person-go', { name: person.name, row: row + 1 })}</span>
      <span aria-hidden className="flex min-w-0 flex-1 items-center gap-2">
        {line}
      </span>
    </PopoverClose>
  )
}
