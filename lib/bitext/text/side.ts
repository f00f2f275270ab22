/** The two languages of a bitext, and positions in their texts. Every other room of `lib/bitext` speaks in these words. */

export type Side = 'zh' | 'en'

export const SIDES = ['zh', 'en'] as const satisfies readonly Side[]

/** `text.slice(from, to)` is what is meant; positions count UTF-16 code units. */
export type Span = { from: number; to: number }

export function otherSide(side: Side): Side {
  return side === 'zh' ? 'en' : 'zh'
}

/** A thing said to a person: `id` and `values` so that a screen can say it in its own language, `message` in English for everyone else. */
export type Notice<Id extends string = string> = {
  id: Id
  message: string
  values: Record<string, string | number>
}

/** What a reader of untrusted input answers: a value, or what is wrong and where (never an exception). */
export type Reading<T> = ({ ok: true } & T) | { ok: false; problems: Problem[] }

/** `line` is 1-based where the input has lines. */
export type Problem = Notice & { line?: number }
