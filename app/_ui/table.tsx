/** Tables: quiet lines, the head small. On a narrow screen the table scrolls in its own frame (`relative`, or hidden labels would escape it). */
import type { ComponentProps } from 'react'
import { cx } from './cx'

/** `label` names the table, and its frame for those who scroll it by keyboard. */
export function Table({ label, className, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable to be scrolled by keys
    <section tabIndex={0} aria-label={label} className="card relative overflow-x-auto">
      <table aria-label={label} className={cx('w-full border-collapse text-left', className)} {...rest} />
    </section>
  )
}

export function Th({ className, scope = 'col', ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope={scope}
      className={cx('whitespace-nowrap border-line border-b px-4 py-2.5 font-medium text-ink-faint text-sm', className)}
      {...rest}
    />
  )
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cx('border-line border-t px-4 py-3 align-middle', className)} {...rest} />
}
