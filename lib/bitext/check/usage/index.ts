/** English that no careful editor leaves standing, seen in the English alone: articles, words confused, sentences that do not hold together. */
import type { Check } from '../finding'
import { articles, missingArticles } from './articles'
import { PHRASES } from './phrases'
import { phraseRule, type Slip, sayUsage, USAGE, type UsageRule } from './rule'
import { structure } from './structure'

const RULES: readonly UsageRule[] = [articles, missingArticles, phraseRule(PHRASES), structure]

export const usage: Check = {
  id: USAGE,
  says: 'The English keeps to its grammar: articles, fixed phrases, words easily confused.',
  run: ({ en }) => (en === '' ? [] : once(RULES.flatMap((rule) => rule(en))).map(sayUsage)),
}

/** A place is reported for one reason only. */
function once(slips: Slip[]): Slip[] {
  return slips.filter(({ from }, at) => slips.findIndex((other) => other.from === from) === at)
}
