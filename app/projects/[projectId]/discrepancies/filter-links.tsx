/** A filter with few values, each a link with how many there are. */
import Link from 'next/link'

export type Choice = { key: string; label: string; count?: number; href: string; current: boolean }

export function FilterLinks({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <div>
      <p aria-hidden className="mb-1.5 font-medium text-sm">
        {label}
      </p>
      <ul
        aria-label={label}
        className="flex max-w-full flex-wrap rounded-md border border-line-strong bg-surface p-0.5 sm:h-10"
      >
        {choices.map(({ key, label: name, count, href, current }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              aria-current={current ? 'true' : undefined}
              className="flex h-8.5 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
            >
              {name}
              <span className="text-sm tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
