/** Finds an entry of a short list by the first letters of its words: two keys, no mouse, no tree. */

/**
 * Entries that fit what was typed, best first: those whose name begins with it, then those a word of which begins with
 * it, then those whose words' initials spell it ("ut" finds "under-translation"), then those that contain it.
 */
export function fitting<T>(entries: readonly T[], typed: string, namesOf: (entry: T) => readonly string[]): T[] {
  const sought = typed.trim().toLowerCase()
  if (sought === '') return [...entries]
  return entries
    .map((entry) => ({ entry, worth: Math.max(...namesOf(entry).map((name) => worthOf(name.toLowerCase(), sought))) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ entry }) => entry)
}

function worthOf(name: string, sought: string): number {
  if (name.startsWith(sought)) return 4
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (words.some((word) => word.startsWith(sought))) return 3
  if (
    words
      .map((word) => word[0])
      .join('')
      .startsWith(sought)
  )
    return 2
  return name.includes(sought) ? 1 : 0
}

/**
 * The one entry that can be meant, so that nobody has to confirm it: the only one whose name begins so or, where no name
 * does, the only one that fits by a word or by initials. What merely contains the letters is never decided for anyone.
 */
export function decisive<T>(entries: readonly T[], typed: string, namesOf: (entry: T) => readonly string[]): T | null {
  const sought = typed.trim().toLowerCase()
  if (sought === '') return null
  const worths = entries.map((entry) => ({
    entry,
    worth: Math.max(...namesOf(entry).map((name) => worthOf(name.toLowerCase(), sought))),
  }))
  const begin = worths.filter(({ worth }) => worth === 4)
  const fit = begin.length > 0 ? begin : worths.filter(({ worth }) => worth >= 2)
  return fit.length === 1 ? fit[0]!.entry : null
}

/** The fewest letters that name an entry alone; null where its name has no letters a keyboard types by itself. */
export function fewestLetters<T>(
  entries: readonly T[],
  entry: T,
  namesOf: (entry: T) => readonly string[],
): string | null {
  const name = namesOf(entry)
    .find((one) => /^[a-z]/i.test(one))
    ?.toLowerCase()
  if (!name) return null
  for (let length = 1; length <= name.length; length++) {
    if (decisive(entries, name.slice(0, length), namesOf) === entry) return name.slice(0, length)
  }
  return null
}

/** Whether this letter only goes on writing a name that was already understood. */
export function goesOn(names: readonly string[], typed: string, letter: string): boolean {
  const longer = (typed + letter).toLowerCase()
  return names.some((name) => {
    const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return name.toLowerCase().startsWith(longer) || words.some((_, i) => words.slice(i).join(' ').startsWith(longer))
  })
}
