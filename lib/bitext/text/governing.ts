/** Which text prevails where the two differ. */
export const GOVERNING_RULES = ['prevails-zh', 'prevails-en', 'equally-authentic', 'reference-only'] as const

export type GoverningRule = (typeof GOVERNING_RULES)[number]
