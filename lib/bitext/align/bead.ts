import type { Span } from '../text'

/** A bead says which Chinese sentences go with which English ones (numbers only, zero-based). One side may be empty. */
export type Bead = {
  zh: number[]
  en: number[]
  /** Calibrated: of beads with confidence 0.9, nine in ten are right. */
  confidence: number
  /** The English stands out of order with respect to its neighbours. */
  moved?: boolean
  /** One of the beads that were given as right. */
  confirmed?: boolean
}

/**
 * A bead a person holds to be right: ascending sentence numbers; one side may be empty. `moved`: its English stands elsewhere in the order, so that
 * it says nothing about what surrounds it.
 */
export type ConfirmedBead = { zh: readonly number[]; en: readonly number[]; moved?: boolean }

/** What ties a bead, for the screen to show: the words as they first stand there, and everywhere they do. */
export type Tie = {
  kind: 'word' | 'number' | 'name' | 'latin'
  zh: string
  en: string
  weight: number
  at: { zh: Span[]; en: Span[] }
  /** No dictionary says so: the document itself taught it. */
  learned?: boolean
}

/**
 * A dictionary as the aligner wants it: for a Chinese word, its English keys (stemmed, lower case) with weights.
 * `isWord` drives longest-match segmentation; `maxLength` is its bound in UTF-16 code units.
 */
export type Lexicon = {
  id: string
  maxLength: number
  isWord(zh: string): boolean
  lookup(zh: string): readonly { key: string; weight: number }[]
  /** What a single character means as a part of words, for words the dictionary lacks or translates otherwise. */
  lookupPart?(character: string): readonly { key: string; weight: number }[]
}

/** A vector of length 1 for each sentence of both texts, all of one size; an empty one where a sentence has none. */
export type Similarity = { zh: readonly Float32Array[]; en: readonly Float32Array[] }

export type AlignOptions = {
  lexicon?: Lexicon
  /** Pairs of *boundaries* that must coincide: before Chinese sentence `zh` stands the same cut as before English sentence `en`. Sorted, monotone. */
  cuts?: { zh: number; en: number }[]
  /**
   * Beads that are right, in any order, no sentence in two of them. They come back as they are; all else is aligned around them: no new bead
   * spans or jumps over a confirmed one, and what they pair teaches the words. Where nearly all is confirmed only what is open, with some
   * context, is worked on.
   */
  confirmed?: readonly ConfirmedBead[]
  /** Vectors of the sentences, for what words alone do not tell. */
  similarity?: Similarity
  /** Sentence indexes that open a paragraph, as soft evidence. */
  paragraphs?: { zh: number[]; en: number[] }
  /** Called now and then with the share done, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

export type Alignment = { beads: Bead[]; engine: string }
