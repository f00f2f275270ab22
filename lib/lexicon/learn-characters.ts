/**
 * Learns what a character means inside words by running IBM Model 1 (Brown et al. 1993) over the dictionary itself:
 * each entry is a sentence pair, its characters on one side and its gloss words on the other. So 怒 comes to mean
 * "anger, rage, fury", and a word the dictionary lacks, or translates otherwise than the text does, still finds its match.
 */

/** An entry of two or more characters with the keys of one gloss phrase. */
export type CharacterPair = { characters: number[]; keys: number[] }

const ITERATIONS = 6
/** Probabilities below this are noise of single entries. */
const FLOOR = 0.008
/** A word that stands for "no character in particular": takes up the function words of the glosses. */
const EMPTY = 0

/** For each character id (from 1; 0 is kept for the empty word) its keys with t(key | character), best first. */
export function learnCharacters(
  pairs: readonly CharacterPair[],
  characterCount: number,
): { key: number; weight: number }[][] {
  let table: Map<number, number>[] = startTable(pairs, characterCount)
  for (let iteration = 0; iteration < ITERATIONS; iteration++) table = reestimate(pairs, table)
  return table.map((row) =>
    [...row]
      .filter(([, weight]) => weight >= FLOOR)
      .map(([key, weight]) => ({ key, weight }))
      .sort((a, b) => b.weight - a.weight || a.key - b.key),
  )
}

function startTable(pairs: readonly CharacterPair[], characterCount: number): Map<number, number>[] {
  const table = Array.from({ length: characterCount }, () => new Map<number, number>())
  for (const { characters, keys } of pairs) {
    for (const character of [EMPTY, ...characters]) for (const key of keys) table[character]?.set(key, 1)
  }
  return table
}

function reestimate(pairs: readonly CharacterPair[], table: readonly Map<number, number>[]): Map<number, number>[] {
  const counts = table.map(() => new Map<number, number>())
  for (const { characters, keys } of pairs) {
    const sources = [EMPTY, ...characters]
    for (const key of keys) {
      let sum = 0
      for (const source of sources) sum += table[source]?.get(key) ?? 0
      if (sum === 0) continue
      for (const source of sources) {
        const share = (table[source]?.get(key) ?? 0) / sum
        if (share < 1e-3) continue
        const row = counts[source]
        row?.set(key, (row.get(key) ?? 0) + share)
      }
    }
  }
  return counts.map(normalised)
}

function normalised(row: Map<number, number>): Map<number, number> {
  let total = 0
  for (const count of row.values()) total += count
  for (const [key, count] of row) row.set(key, count / total)
  return row
}
