'use client'
/** The field a text is edited in. It lies exactly over the text it replaces, which gives it its height. */
import { type ChangeEvent, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { guard, isInputMethods } from '@/app/_ui/composition'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Side } from '@/lib/bitext/text'
import { LONGEST_SEGMENT } from '@/lib/revision/limits'
import type { SegmentRow } from '@/lib/segment/queries'
import { useCell } from '../state/cell'
import { leaveCell } from '../state/move'
import { takeSelection } from '../state/raise'
import type { Locked } from '../state/rights'
import { type Screen, sideKey } from '../state/screen'
import { typeDraft } from '../state/typed'
import { type Restored, type TypingHistory, typingHistory } from '../state/typing-history'
import { useScreen } from '../state/use-screen'
import { LANG } from './lang'

/** The input type of a word an input method has put together. */
const COMPOSED = 'insertFromComposition'

type CellFieldProps = { segment: SegmentRow; side: Side; text: string; lock: Locked; suggesting: boolean }

export function CellField({ segment, side, text, lock, suggesting }: CellFieldProps) {
  const t = useTexts()
  const screen = useScreen()
  const field = useRef<HTMLTextAreaElement>(null)
  const focusWanted = useCell(screen.focusWanted)
  const typing = typingOf(screen, sideKey(segment.id, side), text)

  // Not `value`: the field's own text runs ahead of what is painted while a word is composed.
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

  const restore = useCallback(
    (restored: Restored | null) => {
      const element = field.current
      if (lock || !element || !restored) return
      element.value = restored.text
      element.setSelectionRange(restored.caret, restored.caret)
      typeDraft(screen, segment, side, restored.text, suggesting)
    },
    [lock, screen, segment, side, suggesting],
  )

  // The browser's own undo (its menu, a phone's shake) would take back other steps than ours.
  useEffect(() => {
    const element = field.current
    if (!element) return
    const own = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      restore(event.inputType === 'historyUndo' ? typing.undo() : typing.redo())
    }
    element.addEventListener('beforeinput', own)
    return () => element.removeEventListener('beforeinput', own)
  }, [restore, typing])

  const onChange = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    if (lock) return
    const { inputType = '', isComposing = false } = nativeEvent as InputEvent
    if (!isComposing) typing.typed(target.value, target.selectionEnd, inputType)
    typeDraft(screen, segment, side, target.value, suggesting)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    const asked = event.key === 'Escape' ? 'leave' : undoKey(event)
    if (!asked) return
    event.preventDefault()
    event.stopPropagation()
    if (asked === 'leave') leaveCell(screen)
    else restore(typing[asked]())
  }
  const name = lock ? 'review.read-field' : suggesting ? 'tracked.suggest-field' : 'review.edit-field'
  const row = (screen.outline.get()?.rowOf.get(segment.id) ?? 0) + 1
  return (
    <textarea
      ref={field}
      onChange={onChange}
      onCompositionEnd={({ currentTarget }) => typing.typed(currentTarget.value, currentTarget.selectionEnd, COMPOSED)}
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

/** The history of a cell. One whose text is no longer what the cell shows is over: others have written since. */
function typingOf(screen: Screen, key: string, text: string): TypingHistory {
  const known = screen.typing.get(key)
  if (known && (known.text() === text || guard.isComposing())) return known
  const fresh = typingHistory(text)
  screen.typing.set(key, fresh)
  return fresh
}

function undoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || ctrlKey === metaKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null
}
