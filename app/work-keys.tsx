'use client'
/** The first page by keys: Enter starts the first piece of work; j and k, or the arrows from there, go through all of it. */
import { useEffect } from 'react'
import { isInputMethods, watchCompositions } from './_ui/composition'
import { useTexts } from './_ui/texts/texts-provider'

const STEPS: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

export function WorkKeys() {
  const t = useTexts()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethods(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const links = [...document.querySelectorAll<HTMLElement>('[data-work]')]
      const here = document.activeElement
      const at = here instanceof HTMLElement ? links.indexOf(here) : -1
      const free = here === null || here === document.body
      // Elsewhere a key means what it means there: a letter in a field, an arrow in a menu.
      if (at < 0 && !free) return
      if (event.key === 'Enter' && free) links[0]?.click()
      const step = STEPS[event.key]
      // Arrows scroll the page until somebody walks through the list.
      if (step === undefined || (free && event.key.startsWith('Arrow'))) return
      event.preventDefault()
      links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus()
    }
    const stop = watchCompositions(document)
    document.addEventListener('keydown', press)
    return () => {
      stop()
      document.removeEventListener('keydown', press)
    }
  }, [])
  return <p className="mb-6 text-ink-faint text-sm max-sm:hidden">{t('assignment.keys')}</p>
}
