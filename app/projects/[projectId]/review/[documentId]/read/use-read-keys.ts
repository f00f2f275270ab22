'use client'
import { useEffect } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { LAYOUTS } from '@/lib/reading/rules'
import { changeLiking, liking } from '../state/reading'
import type { Screen } from '../state/screen'
import { type ReadAct, readActOf } from './keys'

/** Keys that count wherever the focus is while the page is read. Before the screen's own, which hold beside them. */
export function useReadKeys(screen: Screen): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethods(event)) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]')) return
      const act = readActOf(event)
      if (!act || !doInRead(screen, act)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [screen])
}

/** Answers whether it was one of these acts. */
export function doInRead(screen: Screen, act: ReadAct): boolean {
  const { layout, marks } = liking().get()
  if (act === 'layout') changeLiking({ layout: LAYOUTS[(LAYOUTS.indexOf(layout) + 1) % LAYOUTS.length]! })
  else if (act === 'marks') changeLiking({ marks: !marks })
  else if (act === 'print') window.open(printAddress(screen), '_blank', 'noopener')
  else return false
  return true
}

/** Only what is near the view exists on the screen: the whole document is printed from a page of its own. */
export function printAddress(screen: Screen): string {
  return `/projects/${screen.projectId}/review/${screen.documentId}/read/print?layout=${liking().get().layout}`
}
