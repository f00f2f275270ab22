/** Sentence alignment of Chinese and English. */
export { align, ENGINE } from './align'
export type { Alignment, AlignOptions, Bead, ConfirmedBead, Lexicon, Similarity, Tie } from './bead'
export { englishKey } from './english-key'
export type { Evidence } from './evidence'
export { type Explanation, explain, explainAmong } from './explain'
export { type PlacedToken, type TokenKind, tokenKind } from './tokens'
export { meaningsOfToken, type Words, wordsOf } from './word-links'
