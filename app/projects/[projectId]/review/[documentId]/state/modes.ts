/** The three modes of the screen: one document, one place in it, three kinds of work. Known to the page as to the browser. */
export const MODES = ['read', 'align', 'review'] as const

export type Mode = (typeof MODES)[number]

/** Review is what the screen is for and needs no word in the address. */
export const USUAL: Mode = 'review'

export function modeCalled(name: unknown): Mode {
  return MODES.find((mode) => mode === name) ?? USUAL
}
