/** The texts a person has put into the form, and how they travel to the server. Files stay here until they are confirmed. */
import { LARGEST_FILE } from '@/lib/document/input'

/** `both`: one file that holds two texts. */
export type Part = 'zh' | 'en' | 'both'

export type Chosen = { file: File | null; pasted: string; address: string }

export type ChosenTexts = Record<Part, Chosen>

const NOTHING: Chosen = { file: null, pasted: '', address: '' }

export const NOTHING_CHOSEN: ChosenTexts = { zh: NOTHING, en: NOTHING, both: NOTHING }

export const ACCEPTED = '.txt,.html,.htm,.md,.markdown,.docx'

const READABLE = /\.(?:txt|text|html?|xhtml|md|markdown|docx)$/i

export type Refusal = { key: 'tooLarge' | 'pastedTooLarge' | 'wrongType' | 'emptyFile'; name: string; size: number }

/** Why a file is not even sent, or null. A name without a dot may be plain text: intake will tell. */
export function refuseFile({ name, size }: { name: string; size: number }): Refusal | null {
  if (size === 0) return { key: 'emptyFile', name, size }
  if (size > LARGEST_FILE) return { key: 'tooLarge', name, size }
  if (name.includes('.') && !READABLE.test(name)) return { key: 'wrongType', name, size }
  return null
}

export function refusePasted(pasted: string): Refusal | null {
  // No character takes more than three bytes a code unit in UTF-8: most texts need not be encoded to know.
  if (pasted.length * 3 <= LARGEST_FILE) return null
  const size = new Blob([pasted]).size
  return size > LARGEST_FILE ? { key: 'pastedTooLarge', name: '', size } : null
}

export function holdsText({ file, pasted }: Chosen): boolean {
  return file !== null || pasted.trim() !== ''
}

/** The form the routes under /api read: a file a part and the address it came from. */
export function uploadForm(parts: Part[], texts: ChosenTexts, pastedName: string): FormData {
  const form = new FormData()
  for (const part of parts) {
    const chosen = texts[part]
    if (!holdsText(chosen)) continue
    form.set(part, chosen.file ?? new File([chosen.pasted], pastedName, { type: 'text/plain' }))
    form.set(`${part}-address`, chosen.address.trim())
  }
  return form
}
