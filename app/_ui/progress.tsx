/** How much of something is done: a bar, and the figures in words. */
import { cx } from './cx'

export function Progress({
  done,
  of,
  label,
  className,
}: {
  done: number
  of: number
  label: string
  className?: string
}) {
  const share = of > 0 ? Math.min(1, done / of) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      className={cx('h-1.5 overflow-hidden rounded-full bg-line', className)}
    >
      <div className="h-full rounded-full bg-ok" style={{ width: `${share * 100}%` }} />
    </div>
  )
}
