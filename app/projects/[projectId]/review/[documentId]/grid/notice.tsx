/** A line beneath the texts of a row. */
import type { ReactNode } from 'react'
import { CELL } from './roles'

/** With a label it is a region of its own in the row. */
export function Below({ look, label, children }: { look: string; label?: string; children: ReactNode }) {
  const line = 'flex flex-wrap items-start gap-x-4 gap-y-2'
  return (
    <div {...CELL} className={`review-below col-span-full px-4 py-2 text-sm ${look}`}>
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
