'use client'
/** On a narrow screen the filters fold away: what is looked for are the notes. */
import { ChevronDown, ListFilter } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { cx } from '@/app/_ui/cx'

type FilterFoldProps = { label: string; children: ReactNode }

export function FilterFold({ label, children }: FilterFoldProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={label} className="mb-6">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="mb-3 flex h-9 w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-3 font-medium sm:hidden"
      >
        <ListFilter aria-hidden className="size-4" />
        {label}
        <ChevronDown aria-hidden className={cx('ml-auto size-4 transition-transform', open && 'rotate-180')} />
      </button>
      <div id={id} className={cx('flex-wrap items-end gap-x-5 gap-y-4 sm:flex', open ? 'flex' : 'hidden')}>
        {children}
      </div>
    </section>
  )
}
