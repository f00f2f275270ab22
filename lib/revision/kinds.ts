/** How a text can come to change. */
export const REVISION_KINDS = [
  'edit',
  /** What a person made of a conflict: they had seen the other's text. */
  'merge',
  'restore',
  /** Of the governing text: it changes what the text means, or it does not. */
  'correction',
  'correction-editorial',
  /** Text that came or went with another row; nobody changed a word. */
  'align',
  /** Another's wording, taken over. */
  'suggestion',
  /** Tracked changes taken back. */
  'reject',
  /** Find and replace. */
  'replace',
] as const

export type RevisionKind = (typeof REVISION_KINDS)[number]

/** Nobody's change of words: it is neither tracked nor does it make anyone the author. */
export function isNeutral(kind: string): boolean {
  return kind === 'align'
}
