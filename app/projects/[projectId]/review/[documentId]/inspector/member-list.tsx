'use client'
import { useEffect, useRef } from 'react'
import { cx } from '@/app/_ui/cx'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Member } from '../state/mention'

type MemberListProps = { id: string; members: readonly Member[]; chosen: number; onTake: (member: Member) => void }

/** Members who may be meant; the field keeps the focus and says which is chosen. */
export function MemberList({ id, members, chosen, onTake }: MemberListProps) {
  const t = useTexts()
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice may lie outside of what the list shows
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, members])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('comment.members')}
      className="absolute inset-x-0 z-10 mt-0.5 max-h-48 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-raised"
    >
      {members.map((member, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={member.id}
          id={`${id}-${member.id}`}
          role="option"
          aria-selected={i === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(member)}
          className={cx(
            'flex cursor-pointer items-baseline gap-2 rounded-sm px-2 py-1',
            i === chosen ? 'bg-hover font-medium' : 'hover:bg-hover',
          )}
        >
          <span className="min-w-0 truncate">{member.name}</span>
          <span className="ml-auto shrink-0 text-ink-faint text-xs">{t(ROLE_NAMES[member.role])}</span>
        </div>
      ))}
    </div>
  )
}
