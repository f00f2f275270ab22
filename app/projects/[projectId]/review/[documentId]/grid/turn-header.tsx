'use client'
/** Whose words stand at the top of the view: the speaker, and the question being answered. */
import { CornerDownRight, MessageCircleQuestion } from 'lucide-react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell, useCellPart } from '../state/cell'
import { questionOf, type Section, sectionAt } from '../state/live-outline'
import { goTo } from '../state/move'
import { useScreen } from '../state/use-screen'

export function TurnHeader() {
  const t = useTexts()
  const screen = useScreen()
  const top = useCell(screen.topRow)
  const sections = useCellPart(screen.outline, (outline) => outline?.sections)
  if (!sections || sections.length === 0) return null
  const index = sectionAt(sections, top)
  const section = sections[index]
  const question = questionOf(sections, index)
  return (
    <nav
      aria-label={t('review.turn')}
      className="review-turn flex min-h-9 items-center gap-3 overflow-hidden border-line border-b bg-surface px-4 py-1 text-sm"
    >
      {question && (
        <>
          <TurnName section={question} icon />
          <CornerDownRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </>
      )}
      {section ? (
        <TurnName section={section} icon={section.kind === 'question'} />
      ) : (
        <span className="text-ink-faint">{t('review.before-turns')}</span>
      )}
    </nav>
  )
}

function TurnName({ section, icon }: { section: Section; icon: boolean }) {
  const t = useTexts()
  const screen = useScreen()
  return (
    <button
      type="button"
      onClick={() => goTo(screen, section.row, { editing: false })}
      className="flex min-w-0 items-baseline gap-2 rounded-sm px-1 text-left hover:bg-hover"
      title={t('review.to-row', { row: section.row + 1 })}
    >
      {icon && <MessageCircleQuestion aria-hidden className="size-4 shrink-0 self-center text-ink-faint" />}
      <span lang="zh-CN" className="truncate font-medium">
        {titleOf(section.zh)}
      </span>
      <span lang="en" className="truncate text-ink-soft">
        {titleOf(section.en)}
      </span>
    </button>
  )
}

/** A turn's opening line without the colon that opens it. */
export function titleOf(line: string): string {
  return line.trim().replace(/[:：]\s*$/, '')
}
