import { Fragment } from 'react'

/** With spaces between them, unseen here, so that what is read out is what stands there. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key, i) => (
    <Fragment key={key}>
      {i > 0 && ' '}
      <kbd className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center font-sans text-ink-soft text-xs leading-5">
        {key}
      </kbd>
    </Fragment>
  ))
}
