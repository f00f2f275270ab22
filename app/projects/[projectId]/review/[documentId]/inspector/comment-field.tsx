'use client'
/** The field comments are written in. After an @ the members are offered; the list never takes the focus. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { CONTROL } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { LONGEST_COMMENT } from '@/lib/comment/body'
import { type Asked, type Member, mentionAt, withName } from '../state/mention'
import { MemberList } from './member-list'

type CommentFieldProps = {
  label: string
  /** Those an @ may name. */
  members: readonly Member[]
  send: string
  initial: string
  running: boolean
  refused?: string
  focused?: number
  onType?: (body: string) => void
  onSend: (body: string, picked: string[]) => Promise<boolean>
  onLeave: () => void
}

export function CommentField(props: CommentFieldProps) {
  const { label, members, send, initial, running, refused, focused = 0, onType, onSend, onLeave } = props
  const t = useTexts()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(initial)
  const [picked, setPicked] = useState<string[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    if (focused === 0) return
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    element?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  const change = (next: string) => {
    setBody(next)
    onType?.(next)
  }
  /** Whether a name is being typed where the caret stands. */
  const look = () => {
    const element = field.current
    const next =
      element && element.selectionStart === element.selectionEnd
        ? mentionAt(element.value, element.selectionStart, members)
        : null
    if (next?.typed !== asked?.typed) setChosen(0)
    setAsked(next)
  }
  const take = (member: Member) => {
    if (!asked) return
    const { text, caret } = withName(body, asked, member.name)
    change(text)
    setPicked((before) => [...before.filter((one) => one !== member.id), member.id])
    setAsked(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }
  const submit = async () => {
    if (body.trim() === '' || running) return
    if (!(await onSend(body, picked))) return
    setBody('')
    setPicked([])
  }
  const listKey = (key: string): boolean => {
    if (!asked) return false
    const { found } = asked
    if (key === 'ArrowDown') setChosen((chosen + 1) % found.length)
    else if (key === 'ArrowUp') setChosen((chosen - 1 + found.length) % found.length)
    else if (key === 'Enter' || key === 'Tab') take(found[chosen] ?? found[0]!)
    else if (key === 'Escape') setAsked(null)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    const held = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && held) void submit()
    else if (!held && !event.altKey && listKey(event.key)) undefined
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="relative"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <textarea
        ref={field}
        value={body}
        maxLength={LONGEST_COMMENT}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={asked ? `${id}-list` : undefined}
        aria-activedescendant={asked ? `${id}-list-${asked.found[chosen]?.id}` : undefined}
        placeholder={t('comment.write-hint')}
        onChange={(event) => {
          change(event.target.value)
          look()
        }}
        onSelect={look}
        onBlur={() => setAsked(null)}
        onKeyDown={onKeyDown}
        className={cx(CONTROL, 'field-sizing-content max-h-60 min-h-16 py-1.5 text-sm')}
      />
      <span aria-live="polite" className="sr-only">
        {asked && t('comment.members-found', { count: asked.found.length })}
      </span>
      {asked && <MemberList id={`${id}-list`} members={asked.found} chosen={chosen} onTake={take} />}
      {refused && (
        <Note tone="danger" className="mt-1.5">
          {refused}
        </Note>
      )}
      <div className="mt-1.5 flex items-center gap-1.5">
        <Button type="submit" size="small" look="primary" disabled={running || body.trim() === ''}>
          {send}
        </Button>
        <Button size="small" look="quiet" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
        <span className="ml-auto text-ink-faint text-xs">{t('comment.send-keys')}</span>
      </div>
    </form>
  )
}
