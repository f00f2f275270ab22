'use client'
/** The field a text is edited in. It lies exactly over the text it replaces, which gives it its height. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { LONGEST_SEGMENT } from '@/lib/revision/input'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell } from '../state/cell'
import { isInputMethods } from '../state/composition'
import { leaveCell } from '../state/move'
import { takeSelection } from '../state/raise'
import type { Locked } from '../state/rights'
import { typeDraft } from '../state/save'
import { useScreen } from '../state/use-screen'
import { LANG } from './text-cell'

type CellFieldProps = { segment: SegmentRow; side: Side; text: string; lock: Locked; suggesting: boolean }

export function CellField({ segment, side, text, lock, suggesting }: CellFieldProps) {
  const t = useTexts()
  const screen = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const focusWanted = useCell(screen.focusWanted)
  const [first] = useState(text)

  // Not `value`: for it React also renews the default at every key, and to Chromium each letter is then an undo step of its own.
  useLayoutEffect(() => {
    const element = field.current
    if (element && element.value !== text) element.value = text
  }, [text])

  useEffect(() => {
    if (screen.focusDone === focusWanted) return
    screen.focusDone = focusWanted
    const { caret } = screen.place.get()
    const element = field.current
    if (!element) return
    element.focus({ preventScroll: true })
    const at = caret ?? (lock ? 0 : element.value.length)
    element.setSelectionRange(at, at)
  }, [screen, focusWanted, lock])

  // A field that is merely read-only shows no caret, and then nobody can select words in it by keyboard.
  useEffect(() => {
    const element = field.current
    if (!lock || !element) return
    const refuse = (event: Event) => event.preventDefault()
    element.addEventListener('beforeinput', refuse)
    return () => element.removeEventListener('beforeinput', refuse)
  }, [lock])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isInputMethods(event)) return
    event.preventDefault()
    event.stopPropagation()
    leaveCell(screen)
  }
  const name = lock ? 'review.read-field' : suggesting ? 'tracked.suggest-field' : 'review.edit-field'
  const row = (screen.outline.get()?.rowOf.get(segment.id) ?? 0) + 1
  return (
    <textarea
      ref={field}
      defaultValue={first}
      onChange={(event) => !lock && typeDraft(screen, segment, side, event.target.value, suggesting)}
      onKeyDown={onKeyDown}
      onSelect={() => screen.raising.get() && takeSelection(screen)}
      data-segment={segment.id}
      data-side={side}
      lang={LANG[side]}
      spellCheck={!lock}
      autoComplete="off"
      maxLength={LONGEST_SEGMENT}
      inputMode={lock ? 'none' : undefined}
      aria-readonly={lock !== null}
      aria-label={t(name, { row, side: t(`common.${side}`) })}
      aria-description={lock ? t(`review.lock-${lock}`) : undefined}
      className="document-text review-field"
    />
  )
}
