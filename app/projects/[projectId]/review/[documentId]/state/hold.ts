/**
 * While operations a person has done are on their way, the screen shows what they will lead to. What is fetched or heard
 * meanwhile may speak of the rows as they were: it does not replace what is shown, and is asked for anew afterwards.
 */
import type { Screen } from './screen'

type Hold = { turn: number; held: boolean; owed: Owed }

/** What was withheld: ids of rows, and whether the outline is among it (`all`: with every row). */
export type Owed = { outline: boolean; all: boolean; ids: Set<number> }

const holds = new WeakMap<Screen, Hold>()

const nothing = (): Owed => ({ outline: false, all: false, ids: new Set() })

function holdOf(screen: Screen): Hold {
  const known = holds.get(screen)
  if (known) return known
  const fresh = { turn: 0, held: false, owed: nothing() }
  holds.set(screen, fresh)
  return fresh
}

/** From now until `letGo`; what was asked before and answers later is withheld as well. */
export function holdBack(screen: Screen): void {
  const hold = holdOf(screen)
  hold.turn++
  hold.held = true
}

/** Answers what was withheld, to be fetched now. */
export function letGo(screen: Screen): Owed {
  const hold = holdOf(screen)
  const { owed } = hold
  hold.held = false
  hold.owed = nothing()
  return owed
}

/** Called before asking; the answer to be called when the answer is here: whether it may be shown. */
export function mayShow(screen: Screen): () => boolean {
  const { turn } = holdOf(screen)
  return () => !isHeld(screen) && holdOf(screen).turn === turn
}

export function isHeld(screen: Screen): boolean {
  return holdOf(screen).held
}

export function oweRows(screen: Screen, ids: readonly number[]): void {
  for (const id of ids) holdOf(screen).owed.ids.add(id)
}

export function oweOutline(screen: Screen, changed: readonly number[] | undefined): void {
  const { owed } = holdOf(screen)
  owed.outline = true
  if (!changed) owed.all = true
  else oweRows(screen, changed)
}
