'use client'
import type { ComponentProps } from 'react'
import { CONTROL } from '@/app/_ui/field'
import type { Side } from '@/lib/bitext/text'

const LANG = { zh: 'zh-CN', en: 'en' } as const

type Props = Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
  side: Side
  value: string
  onValue: (value: string) => void
}

/** Forms of one language, one a line; as high as they are many. */
export function FormLines({ side, value, onValue, className = CONTROL, ...rest }: Props) {
  return (
    <textarea
      lang={LANG[side]}
      rows={Math.max(1, value.split('\n').length)}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      className={`${className} field-sizing-content resize-none py-2`}
      {...rest}
    />
  )
}
