'use client'
import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/** A link in the head of every page: the place it leads to is asked for when somebody is about to go there, not with each page that shows it. */
export function PlaceLink(props: ComponentProps<typeof Link>) {
  const [meant, setMeant] = useState(false)
  const mean = () => setMeant(true)
  return <Link {...props} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} />
}
