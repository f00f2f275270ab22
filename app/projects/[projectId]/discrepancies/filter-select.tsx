'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Field, Select } from '@/app/_ui/field'

type Option = { value: string; label: string; href: string }

type FilterSelectProps = {
  label: string
  value: string
  options: Option[]
  /** Further options under headings of their own. */
  groups?: { label: string; options: Option[] }[]
}

/** A filter with too many values for a row of links. */
export function FilterSelect({ label, value, options, groups = [] }: FilterSelectProps) {
  const router = useRouter()
  const [pending, go] = useTransition()
  const all = [...options, ...groups.flatMap((group) => group.options)]
  return (
    <Field label={label} className="min-w-36 max-w-full flex-1 sm:max-w-56">
      {(parts) => (
        <Select
          {...parts}
          value={value}
          aria-busy={pending}
          onChange={(event) => {
            const chosen = all.find((option) => option.value === event.target.value)
            if (chosen) go(() => router.push(chosen.href, { scroll: false }))
          }}
        >
          {options.map(optionOf)}
          {groups.map(
            (group) =>
              group.options.length > 0 && (
                <optgroup key={group.label} label={group.label}>
                  {group.options.map(optionOf)}
                </optgroup>
              ),
          )}
        </Select>
      )}
    </Field>
  )
}

function optionOf({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
