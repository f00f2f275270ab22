'use client'
/** The frame of every small form about a note: Ctrl+Enter keeps it, Escape leaves it, and what was refused stands above the buttons. */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { isInputMethods } from '@/app/_ui/composition'
import { Note } from '@/app/_ui/note'
import { useTexts } from '@/app/_ui/texts/texts-provider'

type NoteFormProps = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown
  onClose: () => void
  /** What keeping it is called. */
  save: string
  disabled: boolean
  failure: { message: string } | null
  children: ReactNode
}

export function NoteForm({ onSubmit, onClose, save, disabled, failure, children }: NoteFormProps) {
  const t = useTexts()
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it is gone: whoever pressed it goes on here.
  useEffect(() => {
    const find = (which: string) => form.current?.querySelector<HTMLElement>(`${which}:not(:disabled)`)
    const first = find('input:checked') ?? find(':is(input, select, textarea)')
    first?.focus()
  }, [])
  return (
    <form
      ref={form}
      noValidate
      className="mt-3 flex flex-col gap-3 border-line border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit(event)
      }}
      onKeyDown={(event) => {
        if (isInputMethods(event)) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          if (!disabled) event.currentTarget.requestSubmit()
        }
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }
      }}
    >
      {children}
      {failure && <Note tone="danger">{failure.message}</Note>}
      <div className="flex gap-1.5">
        <Button type="submit" size="small" look="primary" disabled={disabled}>
          {save}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
