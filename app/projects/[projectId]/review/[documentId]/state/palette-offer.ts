import type { Choice } from './screen'

/** One line of the palette. */
export type Offer = {
  id: string
  kind: 'act' | 'row' | 'section' | 'document' | 'page' | Choice
  name: string
  hint: string
  keys: readonly string[]
  run: () => void
}
