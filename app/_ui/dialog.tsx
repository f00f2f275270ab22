'use client'
/** A question that must be answered before going on. Escape and the cross leave it; focus goes back where it was. */
import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { IconButton } from './button'
import { isInputMethods, keepForInputMethod, watchCompositions } from './composition'
import { cx } from './cx'
import { useTexts } from './texts/texts-provider'

export const DialogTrigger = Primitive.Trigger
export const DialogClose = Primitive.Close

type DialogProps = {
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode
  width?: 'small' | 'medium' | 'large'
  /** Where focus goes afterwards, when what opened it (an item of a menu) is gone by then. */
  returnFocus?: RefObject<HTMLElement | null>
  /** What to do once it is gone and the focus is back: what moves the focus must come after that. */
  onGone?: () => void
  children: ReactNode
}

const WIDTHS = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl' }

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  trigger,
  width = 'small',
  returnFocus,
  onGone,
  children,
}: DialogProps) {
  const t = useTexts()
  const before = useRef<Element | null>(null)
  useEffect(() => watchCompositions(document), [])
  const back = returnFocus ?? (trigger ? null : before)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          // The primitive asks for the key alone.
          onEscapeKeyDown={keepForInputMethod}
          onKeyDown={sendForm}
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement
            focusFirstField(event)
          }}
          {...(back && {
            // Without a trigger the primitive would let the focus fall to the page, and the next key would do nothing.
            onCloseAutoFocus: (event: Event) => {
              event.preventDefault()
              const { current } = back
              if (current instanceof HTMLElement) current.focus({ preventScroll: true })
              onGone?.()
            },
          })}
          {...(!description && { 'aria-describedby': undefined })}
          className={cx(
            'fixed inset-x-3 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-raised focus:outline-none sm:p-6',
            WIDTHS[width],
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div>
              <Primitive.Title className="font-semibold text-lg">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-ink-soft">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label={t('common.close')} size="small" className="-mt-0.5 -mr-1.5">
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Ctrl+Enter answers from any field, also from one in which Enter begins a line. */
function sendForm(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isInputMethods(event) || event.defaultPrevented)
    return
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  const button = form?.querySelector<HTMLButtonElement>('button[type="submit"]')
  if (!form || !button || button.disabled) return
  event.preventDefault()
  event.stopPropagation()
  form.requestSubmit(button)
}

/** Who is asked something may answer at once: in the first field, or on the button that says so (`data-answer`); else the cross has the focus. */
function focusFirstField(event: Event) {
  const field =
    event.target instanceof HTMLElement &&
    event.target.querySelector<HTMLElement>(
      ':is(input, select, textarea, [data-answer]):not(:disabled, [type="hidden"])',
    )
  if (!field) return
  event.preventDefault()
  field.focus()
}

/** The row of buttons at the end of a dialog or form. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>
}
