/** What a rule of English usage answers, and how rules written as patterns are run. */
import type { Span } from '../../text'
import type { Finding } from '../finding'
import { finding, type MessageId } from '../messages'

export const USAGE = 'usage'

export type Slip = Span & { id: MessageId; values: Record<string, string> }

/** Asked once for a text; answers every place. */
export type UsageRule = (text: string) => Slip[]

export function sayUsage({ id, values, from, to }: Slip): Finding {
  return finding(USAGE, 'note', id, values, { en: { from, to } })
}

/** `better` may name groups of the pattern ($1); '' where there is no single better form. */
export type Phrase = { pattern: RegExp; better: string; id?: MessageId }

/** `some` is a cheap test that most texts fail; without it each pattern runs over each text. */
export function phraseRule(phrases: readonly Phrase[], some?: RegExp): UsageRule {
  return (text) => (some && !some.test(text) ? [] : phrases.flatMap((phrase) => places(phrase, text)))
}

function places(
  { pattern, better, id = better === '' ? 'usage-wrong' : 'usage-better' }: Phrase,
  text: string,
): Slip[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const [words] = match
    const said = better.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '').trim()
    return { id, values: { words, better: said }, from: match.index, to: match.index + words.length }
  })
}
