'use client'
/** One place where both wrote: theirs, mine, or both. Once chosen the others stay to be seen, and to be chosen instead. */
import { type KeyboardEvent, useRef } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { bothOf, type Choice } from '@/lib/bitext/diff'
import type { Side } from '@/lib/bitext/text'

type MergeChoiceProps = {
  part: { mine: string; theirs: string }
  side: Side
  name: string
  chosen: Choice | undefined
  onChoose(choice: Choice): void
}

const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function MergeChoice({ part, side, name, chosen, onChoose }: MergeChoiceProps) {
  const t = useTexts()
  const group = useRef<HTMLSpanElement>(null)
  // Where one of them took the words out, "both" would be the other's.
  const options: Choice[] = part.mine && part.theirs ? ['theirs', 'mine', 'both'] : ['theirs', 'mine']
  const words = { mine: part.mine, theirs: part.theirs, both: bothOf(part, side) }
  const labels = {
    mine: t('live.conflict-take-mine'),
    theirs: t('live.conflict-take-theirs'),
    both: t('live.conflict-take-both'),
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = (index + step + options.length) % options.length
    onChoose(options[next]!)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus()
  }
  return (
    <span
      ref={group}
      role="radiogroup"
      aria-label={name}
      aria-required
      className="merge-choice"
      data-decided={chosen || undefined}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a choice among words within a line of text; an input cannot hold them
        <button
          key={option}
          type="button"
          role="radio"
          aria-checked={chosen === option}
          tabIndex={chosen === option || (!chosen && index === 0) ? 0 : -1}
          className="merge-option"
          onClick={() => onChoose(option)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <small>{labels[option]}</small>
          <span>{words[option].trim() || <em className="text-ink-soft">{t('live.conflict-deleted')}</em>}</span>
        </button>
      ))}
    </span>
  )
}
