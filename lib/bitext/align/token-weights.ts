/** What each token of a text may say, and what it says when nothing explains it: the same for every band and section, so read off once a text. */
import type { Side } from '../text'
import type { Constants } from './constants'
import type { Prepared, PreparedPair } from './prepared'
import { tokenKind } from './tokens'

export type TokenWeights = {
  /** By token id. */
  weight: Float64Array
  /** By token id: (1 − λ) / p(token). */
  rarity: Float64Array
  /** Running sum over all tokens of the text of what each scores unexplained. */
  unexplained: Float64Array
}

export type PairWeights = { [side in Side]: TokenWeights }

export function pairWeights({ zh, en }: PreparedPair, constants: Constants): PairWeights {
  return { zh: weightsOf('zh', zh, constants), en: weightsOf('en', en, constants) }
}

function weightsOf(side: Side, own: Prepared, constants: Constants): TokenWeights {
  const { lexicalWeight, sideWeight } = constants
  const background = constants.background[side]
  const nothing = Math.log(background)
  const weight = Float64Array.from(own.vocabulary, (token) => sideWeight[side] * lexicalWeight[tokenKind(token)])
  const unexplained = new Float64Array(own.tokens.length + 1)
  for (let at = 0; at < own.tokens.length; at++)
    unexplained[at + 1] = unexplained[at]! + nothing * weight[own.tokens[at]!]!
  return { weight, rarity: own.share.map((share) => (1 - background) / share), unexplained }
}
