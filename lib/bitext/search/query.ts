export type Query = { text: string; matchCase: boolean; wholeWord: boolean; regex: boolean }

/** In UTF-16 code units. */
export const LONGEST_QUERY = 500
