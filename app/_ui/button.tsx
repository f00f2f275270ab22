/** Buttons, and links that look like them. One primary button a screen. */
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent-solid text-on-accent hover:bg-accent-solid-hover border-transparent',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-hover',
  quiet: 'bg-transparent text-ink-soft border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-soft',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-sm gap-1',
  medium: 'h-9 px-3.5 text-base gap-2',
  large: 'h-11 px-5 text-base gap-2',
}

export function buttonClass(look: ButtonLook = 'secondary', size: ButtonSize = 'medium', className?: string): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    LOOKS[look],
    SIZES[size],
    className,
  )
}

type Looks = { look?: ButtonLook; size?: ButtonSize }

export function Button({ look, size, className, type = 'button', ...rest }: ComponentProps<'button'> & Looks) {
  return <button type={type} className={buttonClass(look, size, className)} {...rest} />
}

export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Looks) {
  return <Link className={buttonClass(look, size, className)} {...rest} />
}

/** A square button that shows a picture only; `label` is what it is called. */
export function IconButton({
  label,
  look = 'quiet',
  size = 'medium',
  className,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'aria-label'> & Looks & { label: string; children: ReactNode }) {
  const square = size === 'small' ? 'w-7 !px-0' : 'w-9 !px-0'
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={buttonClass(look, size, cx(square, className))}
      {...rest}
    >
      {children}
    </button>
  )
}
