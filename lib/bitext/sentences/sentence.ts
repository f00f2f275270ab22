/** `text.slice(from, to)` is the sentence; positions count UTF-16 code units. White space between sentences belongs to none. */
export type Sentence = { from: number; to: number; text: string }
