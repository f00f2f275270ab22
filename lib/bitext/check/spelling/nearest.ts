/**
 * Words one slip away: two letters exchanged, a letter doubled or halved, left out, put in or mistaken (Damerau 1964, who found
 * four of five misspellings to be one of these). Ranked in that order.
 */
const LETTERS = 'etaoinsrhldcumfpgwybvkxjqz'
const VOWELS = /[aeiou]/

/** At most five, the likeliest first; none less likely than `most` (0 exchanged, 0.5 doubled, 1 a vowel, more for the rest). Asks `isWord` about 54 times the length of the word. */
export function nearest(word: string, isWord: (word: string) => boolean, most = 9): string[] {
  const ranked = new Map<string, number>()
  const add = (candidate: string, cost: number) => {
    if (candidate !== word && cost <= most && cost < (ranked.get(candidate) ?? 9)) ranked.set(candidate, cost)
  }
  for (let at = 0; at <= word.length; at += 1) {
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
    // The first letter is seldom mistaken.
    const late = at === 0 ? 2 : 0
    if (after) add(before + after[0] + here + after.slice(1), 0 + late)
    if (here) add(before + after, (here === word[at - 1] ? 0.5 : 1.5) + late)
    for (const letter of LETTERS) {
      add(before + letter + word.slice(at), (letter === here || letter === word[at - 1] ? 0.5 : 1.5) + late)
      if (here) add(before + letter + after, (VOWELS.test(letter) && VOWELS.test(here) ? 1 : 2) + late)
    }
  }
  const likely = [...ranked].sort(([, a], [, b]) => a - b)
  const found: string[] = []
  for (const [candidate] of likely) {
    if (!isWord(candidate)) continue
    found.push(candidate)
    if (found.length === 5) break
  }
  return found
}
