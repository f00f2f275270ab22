/** What a text is compared with. Apart from the queries, because the screen offers them too. */
export const BASE_NAMES = ['accepted', 'approval', 'previous', 'edition', 'first'] as const

export type Base = (typeof BASE_NAMES)[number]
