'use client'
/** Puts its content on the page once it comes near the window, and then leaves it there. */
import { type ReactNode, useEffect, useRef, useState } from 'react'

// A good window ahead, so that ordinary scrolling never meets an empty stretch.
const AHEAD = '1500px'

export function NearWindow({
  estimate,
  forced,
  children,
}: {
  /** Height held until then, in pixels. */
  estimate: number
  /** On the page whatever the window shows. */
  forced: boolean
  children: () => ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(forced)
  if (forced && !near) setNear(true)
  useEffect(() => {
    if (near || !place.current) return
    const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && setNear(true), {
      rootMargin: `${AHEAD} 0px`,
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [near])
  return near ? <div>{children()}</div> : <div ref={place} style={{ height: estimate }} />
}
