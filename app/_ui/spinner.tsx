/** Something is under way. `label` says what. */
import { LoaderCircle } from 'lucide-react'
import { cx } from './cx'

export function Spinner({ label, className }: { label: string; className?: string }) {
  return (
    <span role="status" className={cx('inline-flex items-center gap-2 text-ink-soft', className)}>
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {label}
    </span>
  )
}
