/** A choice between few things side by side; radio buttons underneath, so arrow keys work. */
import type { ReactNode } from 'react'
import { cx } from '@/app/_ui/cx'

type SegmentedProps<Value extends string> = {
  name: string
  legend: string
  legendHidden?: boolean
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
  className?: string
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { name, legend, legendHidden, value, options, onChange, className } = props
  return (
    <fieldset className={cx('flex flex-wrap items-center gap-x-4 gap-y-2', className)}>
      <legend className={cx(legendHidden ? 'sr-only' : 'float-left font-medium')}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap rounded-md border border-line-strong bg-surface p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="cursor-pointer rounded-sm px-3 py-1 text-ink-soft has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
