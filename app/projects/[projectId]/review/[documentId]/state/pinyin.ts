/** Chinese by its pinyin initials, as input methods do: zj finds 周静. The tables are large and come only when asked for. */
import type { pinyin as Pinyin } from 'pinyin-pro'

let coming: Promise<typeof Pinyin | null> | undefined
let here: typeof Pinyin | null = null

/** Fetches the tables, once. Answers whether they are here; without them only the characters themselves are found. */
export async function fetchPinyin(): Promise<boolean> {
  coming ??= import('pinyin-pro').then(
    ({ pinyin }) => pinyin,
    () => null,
  )
  here = await coming
  // The next time tries again.
  if (!here) coming = undefined
  return here !== null
}

const HAN = /\p{Script=Han}/u

/** Longer titles are known by their beginning. */
const READ_AT_MOST = 24

const known = new Map<string, string>()

/** `zj` for 周静; null where there is nothing Chinese in it, or while the tables are not here. */
export function initialsOf(text: string): string | null {
  if (!here || !HAN.test(text)) return null
  const found = known.get(text)
  if (found !== undefined) return found
  const initials = here(text.slice(0, READ_AT_MOST), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  known.set(text, initials)
  return initials
}
