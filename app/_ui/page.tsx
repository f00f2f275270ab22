/** The frame of an ordinary page: a width to read in, a title, what can be done here. */
import type { ReactNode } from 'react'
import { cx } from './cx'

const WIDTHS = { narrow: 'max-w-2xl', medium: 'max-w-4xl', wide: 'max-w-6xl' } as const

export function Page({
  width = 'wide',
  className,
  children,
}: {
  width?: keyof typeof WIDTHS
  className?: string
  children: ReactNode
}) {
  return <div className={cx('mx-auto w-full px-4 py-8 sm:px-6 lg:py-10', WIDTHS[width], className)}>{children}</div>
}

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; className?: string }

export function PageHeader({ title, lead, actions, className }: PageHeaderProps) {
  return (
    <header className={cx('mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-4', className)}>
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="break-words font-serif text-2xl">{title}</h1>
        {lead && <div className="mt-1.5 text-ink-soft">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}

/** A part of a page under its own heading. */
export function Section({
  title,
  actions,
  className,
  children,
}: {
  title: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={cx('mb-10', className)}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
