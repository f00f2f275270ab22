/**
 * How alike two texts of one language are, in per cent, as translation memories count it:
 *
 *     percent = ⌊100 × (1 − d / max(n, m))⌋
 *
 * d is the edit distance (Levenshtein 1966: insertions, deletions and substitutions, each counting one) between the tokens
 * of both texts, n and m their numbers. Tokens are those of lib/bitext/diff without white space: characters in Chinese,
 * words and numbers elsewhere; so a figure changed in a sentence counts once, however many digits it has.
 *
 * 100 means equal byte for byte. Texts that differ in white space alone, and those so long that they would round up, have 99.
 * Case and punctuation count as words do. Moved words count as taken out and put in.
 */
import { tokenise } from '../diff/tokens'

export type Prepared = { text: string; tokens: readonly string[] }

export function tokensForMatch(text: string): string[] {
  return tokenise(text).filter((token) => token.trim() !== '')
}

/** Cuts a text once, to be compared with many. */
export function prepareMatch(text: string): Prepared {
  return { text, tokens: tokensForMatch(text) }
}

/** 0 to 100; 0 as soon as it is certain to be below `least`. Time grows with n times the distance that `least` allows. */
export function matchPercent(one: Prepared, other: Prepared, least = 0): number {
  if (one.text === other.text) return 100
  const longer = Math.max(one.tokens.length, other.tokens.length)
  if (longer === 0) return 0
  const most = Math.floor(((100 - least) * longer) / 100)
  const distance = distanceWithin(one.tokens, other.tokens, most)
  if (distance === null) return 0
  const percent = Math.min(99, Math.floor((100 * (longer - distance)) / longer))
  return percent < least ? 0 : percent
}

/** The edit distance, or null when it is above `most`: only cells so near the diagonal are looked at (Ukkonen 1985). */
function distanceWithin(one: readonly string[], other: readonly string[], most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null
  const far = most + 1
  let above = Array.from({ length: other.length + 1 }, (_, column) => Math.min(column, far))
  for (let row = 1; row <= one.length; row++) {
    const from = Math.max(1, row - most)
    const to = Math.min(other.length, row + most)
    const here = new Array<number>(other.length + 1).fill(far)
    here[0] = Math.min(row, far)
    let best = from === 1 ? here[0] : far
    for (let column = from; column <= to; column++) {
      const same = one[row - 1] === other[column - 1]
      const cost = same ? above[column - 1]! : 1 + Math.min(above[column - 1]!, above[column]!, here[column - 1]!)
      here[column] = cost
      if (cost < best) best = cost
    }
    if (best > most) return null
    above = here
  }
  const distance = above[other.length]!
  return distance > most ? null : distance
}
