/** A stretch of text that informs, warns or reports a failure, where it concerns. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

export type NoteTone = 'info' | 'ok' | 'warn' | 'danger'

const TONES = {
  info: { icon: Info, look: 'border-info/40 bg-info-soft', mark: 'text-info' },
  ok: { icon: CircleCheck, look: 'border-ok/40 bg-ok-soft', mark: 'text-ok' },
  warn: { icon: TriangleAlert, look: 'border-warn/40 bg-warn-soft', mark: 'text-warn' },
  danger: { icon: CircleAlert, look: 'border-danger/40 bg-danger-soft', mark: 'text-danger' },
} as const

/** `danger` interrupts a screen reader, the others do not. */
export function Note({
  tone = 'info',
  title,
  className,
  children,
}: {
  tone?: NoteTone
  title?: ReactNode
  className?: string
  children?: ReactNode
}) {
  const { icon: Icon, look, mark } = TONES[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={cx('flex gap-3 rounded-md border px-3.5 py-3', look, className)}
    >
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
