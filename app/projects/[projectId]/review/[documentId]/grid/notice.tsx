/** A line beneath the texts of a row. */
import { type ReactNode, useEffect, useRef } from 'react'
import { CELL } from './roles'

type BelowProps = { look: string; label?: string; urgent?: boolean; children: ReactNode }

/** With a label it is a region of its own in the row; an urgent one comes into sight also beneath a row that fills the view. */
export function Below({ look, label, urgent = false, children }: BelowProps) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (urgent && notice.current?.closest('[data-current]')) notice.current.scrollIntoView({ block: 'nearest' })
  }, [urgent])
  const line = 'flex flex-wrap items-start gap-x-4 gap-y-2'
  return (
    <div {...CELL} ref={notice} className={`review-below col-span-full px-4 py-2 text-sm ${look}`}>
      {label ? (
        <section aria-label={label} className={line}>
          {children}
        </section>
      ) : (
        <div className={line}>{children}</div>
      )}
    </div>
  )
}
