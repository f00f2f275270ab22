'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Field, Select } from '@/app/_ui/field'

type FilterSelectProps = {
  label: string
  value: string
  options: { value: string; label: string; href: string }[]
}

/** A filter with too many values for a row of links. */
export function FilterSelect({ label, value, options }: FilterSelectProps) {
  const router = useRouter()
  const [pending, go] = useTransition()
  return (
    <Field label={label} className="min-w-36 max-w-full flex-1 sm:max-w-60">
      {(parts) => (
        <Select
          {...parts}
          value={value}
          aria-busy={pending}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) go(() => router.push(chosen.href, { scroll: false }))
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
