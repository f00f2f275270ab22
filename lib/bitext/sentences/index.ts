export type { EnclosureRules, SentenceRule, SentenceRules } from './rules'
export type { Sentence } from './sentence'
export { SENTENCE_RULES, splitSentences } from './split'
