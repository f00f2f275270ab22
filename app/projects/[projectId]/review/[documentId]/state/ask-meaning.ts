import type { Asking, Screen } from './screen'

type Meant = Omit<Extract<Asking, { what: 'meaning' }>, 'what'>

/** Other words for the governing text are there already (a suggestion, an earlier text): only what they mean is asked. */
export function askMeaning(screen: Screen, meant: Meant): void {
  screen.asking.set({ what: 'meaning', ...meant })
}
