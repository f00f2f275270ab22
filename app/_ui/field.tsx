/** Form fields with their label, hint and error said together. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx'

export const CONTROL =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-danger'

type Parts = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  className?: string
  /** Gets the id and the aria attributes to put on the control. */
  children: (parts: Parts) => ReactNode
}

/** `<Field label=… error=…>{(parts) => <Input {...parts} name="title" />}</Field>` */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(CONTROL, 'h-10', className)} {...rest} />
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cx(CONTROL, 'min-h-24 py-2', className)} {...rest} />
}

/** The browser's own list: works with every keyboard, screen reader and phone. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={cx(CONTROL, 'h-10 pr-8', className)} {...rest} />
}

/** A check box with its explanation. */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId()
  return (
    <div className={cx('flex items-start gap-2.5', className)}>
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-1 size-4 shrink-0 accent-accent-solid"
        {...rest}
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** One choice of several, each with its explanation. Put several in a `<fieldset>` with a `<legend>`. */
export function Radio({
  label,
  hint,
  className,
  ...rest
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId()
  return (
    <label
      htmlFor={id}
      className={cx(
        'flex cursor-pointer items-start gap-3 rounded-md border border-line bg-surface px-3.5 py-3 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft',
        className,
      )}
    >
      <input type="radio" id={id} className="mt-1 size-4 shrink-0 accent-accent-solid" {...rest} />
      <span>
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-ink-soft text-sm">{hint}</span>}
      </span>
    </label>
  )
}
