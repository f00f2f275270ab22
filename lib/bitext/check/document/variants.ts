/** What the checks of a document share: one thing said in several forms, the rarer of which are reported where they stand. */
import type { Lexicon } from '../../align'
import type { RegisterIndex } from '../../register/index-register'
import type { Side, Span } from '../../text'
import type { CheckedSegment, Finding } from '../finding'
import type { Speller } from '../speller'

/** A finding in the row it belongs to. */
export type DocumentFinding = Finding & { segmentId: string }

export type DocumentCheck = {
  id: string
  /** One English sentence for the settings page. */
  says: string
  run(segments: readonly CheckedSegment[], settings: DocumentSettings): DocumentFinding[]
}

/** What a check may need besides the text is brought by the caller; without it the check is silent. */
export type DocumentSettings = {
  /** Ids of checks that are switched off. */
  off?: readonly string[]
  speller?: Speller
  lexicon?: Lexicon
  register?: RegisterIndex
}

/** `form` is what is compared, `words` what the text has; `row` counts from 1. */
export type Mention = Span & { segment: CheckedSegment; row: number; side: Side; form: string; words: string }

export type Variant = { mention: Mention; usual: Mention; count: number }

// A reader who has seen twenty places knows the pattern.
const PLACES = 20

export function groupBy<T>(list: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** The mentions that are not in the usual form: the most frequent one, and of equals the first. */
export function variantsOf(mentions: readonly Mention[]): Variant[] {
  const forms = groupBy(mentions, ({ form }) => form)
  if (forms.size < 2) return []
  const [usual] = [...forms.values()].sort((a, b) => b.length - a.length) as [Mention[]]
  return mentions
    .filter(({ form }) => form !== usual[0]!.form)
    .slice(0, PLACES)
    .map((mention) => ({ mention, usual: usual[0]!, count: usual.length }))
}

/** Every match of `pattern` in one side of the document. */
export function mentionsOf(
  segments: readonly CheckedSegment[],
  side: Side,
  pattern: RegExp,
  formOf: (match: RegExpExecArray) => string,
): Mention[] {
  return segments.flatMap((segment, index) =>
    Array.from(segment[side].matchAll(pattern), (match) => {
      const [words] = match
      return {
        segment,
        row: index + 1,
        side,
        from: match.index,
        to: match.index + words.length,
        words,
        form: formOf(match),
      }
    }),
  )
}
