/**
 * The numbers that steer the aligner. How each was chosen: those of dictionary, lengths and learning by hand before any gold was scored;
 * background, characterPart, boundaryWeight, orderShare, orderSpread and shapeFactors by trying three to six values each on hand-aligned novels
 * and on perturbed news and technical text. `tests/gold/tune.ts` searches them anew, cross-validated by document; README.md says what came of it.
 */

/** Shapes that are tuned together. */
export type ShapeFactors = { single: number; few: number; many: number; chinese: number; both: number; empty: number }

export type Constants = {
  /** Weight of a single character's own glosses inside a longer word of the dictionary. */
  characterGloss: number
  /** Weight of what a character was learned to mean inside words. */
  characterPart: number
  /** Weight of a shorter word's glosses inside an unknown word. */
  subwordGloss: number
  /** How much of a word's translation probability the dictionary may claim. */
  dictionaryTrust: number
  /** Glosses that weigh less than this in all leave the rest of the probability open. */
  leastMass: number
  /** Share of a token's likelihood that is background: it may have come from nowhere on the other side. */
  background: { zh: number; en: number }
  /** A single token says at most this much, in nats. */
  tokenCap: number
  /** Weights of the log-likelihood ratios: of English given Chinese, of Chinese given English, and by token kind. */
  sideWeight: { zh: number; en: number }
  lexicalWeight: { word: number; number: number; punctuation: number; latin: number; name: number }
  /** Word order in the second look: share of a word's score that hangs on its place, and the spread of places (parts of the bead). */
  orderShare: number
  orderSpread: number
  /** Weights of what the ends of a bead's sides have in common. */
  boundaryWeight: { quotation: number; mark: number; paragraph: number }
  lengthWeight: number
  /** Added to the variance of the length model, in English characters squared: short sentences vary more than in proportion. */
  lengthFloor: number
  /** Log density added to every two-sided bead, so that a length that fits speaks for it. */
  lengthOffset: number
  priorWeight: number
  /**
   * Shares of the shapes in six chapters of novels, aligned by hand and rounded: the freest translation at hand.
   * Documents translated more closely correct it by their own counts after the first pass.
   */
  shapeShares: Readonly<Record<string, number>>
  /** Factors on the shapes' shares: 1:1; 1:2; 1:3 and more; n:1; n:m; one-sided. */
  shapeFactors: ShapeFactors
  /** Factor, less one, on one-sided beads once a document is known to have 1:1 beads alone: there what has no partner is an omission, in freer texts it went into a neighbour. */
  closeEmpty: number
  /** Share of neighbours in swapped order before the document is known. */
  swapShare: number
  /** A bead moved farther has to speak for itself by so many nats. */
  moveCost: number
  /** How many beads the first-pass prior is worth against the counts of the document itself. */
  priorStrength: number
  /** IBM Model 1: iterations, weight of the dictionary as a prior, counts taken off unseen pairs. */
  learnIterations: number
  learnPrior: number
  learnDiscount: number
  /** Posteriors are taken at this temperature: the score counts each word as if independent, and so is over-sure. */
  temperature: number
  /** The log odds of a posterior times this are those of the confidence. */
  stretch: number
}

export const CONSTANTS: Constants = {
  characterGloss: 0.1,
  characterPart: 0.8,
  subwordGloss: 0.7,
  dictionaryTrust: 0.8,
  leastMass: 0.8,
  background: { zh: 0.7, en: 0.7 },
  tokenCap: 6,
  sideWeight: { zh: 0.5, en: 0.5 },
  lexicalWeight: { word: 1, number: 1, punctuation: 1, latin: 1, name: 1 },
  orderShare: 0.5,
  orderSpread: 0.1,
  boundaryWeight: { quotation: 1, mark: 0.3, paragraph: 1 },
  lengthWeight: 1,
  lengthFloor: 30,
  lengthOffset: 3.5,
  priorWeight: 1,
  shapeShares: {
    '1:1': 0.62, '1:2': 0.2, '1:3': 0.055, '1:4': 0.022, '1:5': 0.006, '1:6': 0.002,
    '2:1': 0.045, '3:1': 0.004, '4:1': 0.0008, '2:2': 0.016, '2:3': 0.009, '3:2': 0.003, '2:4': 0.003, '3:3': 0.0015,
    '4:2': 0.0005, '3:4': 0.0007, '2:5': 0.0007, '3:5': 0.0004, '2:6': 0.0003, '1:0': 0.007, '0:1': 0.003,
  }, // biome-ignore format: a list
  shapeFactors: { single: 1, few: 1, many: 1, chinese: 0.7, both: 0.7, empty: 2 },
  closeEmpty: 6,
  swapShare: 0.002,
  moveCost: 5,
  priorStrength: 60,
  learnIterations: 2,
  learnPrior: 2,
  learnDiscount: 0.3,
  temperature: 2,
  stretch: 1.2,
}

/** Beads hold at most this many sentences in all. On 4,500 beads annotated by hand the longest has eight. */
export const LARGEST_BEAD = 10
/** No bead has more sentences on one side. */
export const LARGEST_SIDE = LARGEST_BEAD - 1
