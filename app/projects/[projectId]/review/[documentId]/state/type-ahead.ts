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
