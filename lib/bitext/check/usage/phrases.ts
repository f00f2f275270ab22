/**
 * Phrases that no careful editor leaves: words taken for one another (defuse and diffuse, lose and loose), prepositions after verbs that take none,
 * plurals of words that have none, and turns carried over word by word from Chinese (although … but, timely as an adverb).
 * Only patterns that are wrong wherever they stand; what is a matter of taste has no place here.
 */
import type { Phrase } from './rule'

// Bodies, which are urged to do something; people may well be promoted to something.
const BODIES =
  'departments?|governments?|authorit(?:y|ies)|enterprises?|companies|institutions?|agencies|bureaus?|committees?|units|organi[sz]ations?|associations?|localities|banks|operators|platforms|schools|universities|hospitals|regions|provinces|cities|counties|villages'
// What is done against the law: one enforces the law against it.
const BREACHES =
  'crimes?|offen[cs]es?|criminals?|offenders?|violations?|breaches|infringements?|misconduct|abuses|fraud|smuggling|piracy|trafficking|corruption|bribery'
const BASE_END =
  '(?<!need|feed|speed|proceed|exceed|succeed|seed|breed|bleed|heed|embed|shed|bed|wed|sped|weed|hundred|red|shred|used|supposed|based)'
// Nouns by their endings, singular and plural.
const ONE = '[a-z]+(?:ment|tion|sion|ity|ness)'
const SEVERAL = '[a-z]+(?:ments|tions|sions|ities|nesses)'
const BEHIND_NOUN = '(?=[.,;:)]|$| (?:of|in|for|to|and|is|was|are|were|has|have|that|which|by|on|with|will)\\b)'

const CONFUSED: Phrase[] = [
  {
    pattern:
      /\bdiffus(e|es|ed|ing) (?=(?:[\w-]+ ){0,2}(?:problems?|tensions?|conflicts?|disputes?|cris[ie]s|risks?|situations?|bombs?|contradictions?|standoffs?|anger|rows?)\b)/g,
    better: 'defus$1',
  },
  {
    pattern:
      /\b(to|will|not|may|might|can|could|would|should|must) loose (?=the|our|his|her|their|its|my|your|a|any|all|money|control|faith)/g,
    better: '$1 lose',
  },
  { pattern: /\bin principal\b(?! [a-z]+ (?:city|cities|areas?))/g, better: 'in principle' },
  { pattern: /\bprinciple (reason|cause|source|means|component|objective|aim|player|city)\b/g, better: 'principal $1' },
  { pattern: /\b(tak(?:e|es|en|ing)|took|come|came|put) (into|in)? ?affect\b/g, better: '$1 $2 effect' },
  {
    pattern: /\b(an?|no|any|the|its|significant|positive|negative|big|great|direct) affect (on|of)\b/g,
    better: '$1 effect $2',
  },
  {
    pattern:
      /\b(rather|other|less|fewer|better|greater|higher|lower|larger|smaller|faster|stronger|earlier|later) then (?=\d|the|a|an|any|in|that|those|their|its|last|expected)/g,
    better: '$1 than',
  },
  {
    pattern: /\bmore then (?=\d|half|one|two|three|four|five|six|seven|eight|nine|ten|a hundred|ever)/g,
    better: 'more than',
  },
  { pattern: /\b[Ii]ts (a|an|the|been|time to|important to|necessary to) /g, better: "it's $1" },
  {
    pattern:
      /\bit['’]s (own|role in|members|citizens|people's|economy|territory|headquarters|leadership|borders|allies)\b/g,
    better: 'its $1',
  },
  { pattern: /\b(could|should|would|must|might) of (?!course)(?=[a-z]+)/g, better: '$1 have' },
  {
    pattern: /\b(has|have|had|was|were|been|is|are) lead (to|by|the)\b(?! (?:role|singer|author|actor|investigator))/g,
    better: '$1 led $2',
  },
  {
    pattern: /\binsure (that|the (?:safety|security|quality|success|stability|implementation))\b/g,
    better: 'ensure $1',
  },
  { pattern: /\bwho['’]s (name|work|role|job|family|parents|home|children)\b/g, better: 'whose $1' },
  { pattern: /\b(your) (welcome to|going to|able to|not going)\b/g, better: "you're $2" },
].map((phrase) => ({ ...phrase, id: 'usage-confused' as const }))

const VERBS: Phrase[] = [
  { pattern: /\b([Dd]iscuss(?:ed|es|ing)?) about\b/g, better: '$1' },
  { pattern: /\b([Ee]mphasi[sz](?:e|es|ed|ing)) on\b/g, better: '$1' },
  { pattern: /\b([Dd]espite) of\b/g, better: '$1' },
  { pattern: /\b(compris(?:es|e|ing)) of\b/g, better: '$1' },
  { pattern: /\b(return(?:ed|s|ing)?) back to\b/g, better: '$1 to' },
  { pattern: /\b(is|are|was|were) consisted of\b/g, better: 'consists of' },
  {
    pattern:
      /\b(?:is|are|was|were|been|being) (happened|occurred|existed|appeared|disappeared|belonged|arisen|emerged)(?! to have)\b/g,
    better: '$1',
  },
  { pattern: /\b(suggest|recommend|propos)(ed|e|es|s)? (us|them|him|her|me|you) to [a-z]+/g, better: '$1$2 that …' },
  {
    pattern:
      /\b(prevent|stop|deter)(s|ed|ping|ped|ring|red|ing)? (people|them|us|anyone|users|citizens|companies|enterprises|criminals) to (?=[a-z])/g,
    better: '$1$2 $3 from',
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:advanc|promot|facilitat)(?:e|es|ed|ing)|boost(?:s|ed|ing)?|push(?:es|ed|ing)? forward) (?:the |relevant |local |all |related |our |other |these |those ){0,2}(?:${BODIES}) to (?!(?:an?|the|this|that|their|its|our|higher|full|first|second|top|senior|new|international|global|national|foreign|overseas) )[a-z]+`,
      'g',
    ),
    better: 'urge … to',
  },
  {
    pattern: new RegExp(
      `\\benforc(?:e|es|ed|ing|ement of) (?:(?!laws?\\b|rules?\\b|bans?\\b|regulations?\\b|penalt|sanctions?\\b|measures?\\b|anti|against\\b|on\\b|for\\b)[\\w-]+ ){0,2}(?:${BREACHES})\\b(?![- ](?:[a-z]+ )?(?:laws?|codes?|rules?|bills?|acts?|statutes?|regulations?|procedures?|provisions?|policy|policies|orders?|measures?|notices?|penalt))`,
      'g',
    ),
    better: 'enforcement of the law against …',
  },
  {
    // One briefs people, on a matter.
    pattern:
      /\bbrief(?:ed|ing|s)? (?:this|the|your|that|these|those|our|some|several|two|three) (?:[a-z]+ )?(?:questions?|issues?|topics?|matters?|situations?|progress|results|achievements|measures|developments?|trends?)\b/g,
    better: 'brief … on, answer',
  },
  {
    pattern:
      /(?<!\b(?:[Tt]he|[Aa]n|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[Nn]o|[Aa]ny|[Oo]ne) )\banswer (?:to|about|on) (?:this|your|that|these|those) questions?\b/g,
    better: 'answer …',
  },
  {
    pattern: /\b(?:will|would|should|may|might|can|could|must) (able|responsible|available|aware|ready) (to|for|of)\b/g,
    better: 'be $1 $2',
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|our|political|good|free|of|at|strong|last) )\\b(?:will|would|can|could|shall|should|must|may|might) (?:not |also |then )?[a-z]{2,}ed${BASE_END}(?= )`,
      'g',
    ),
    better: '',
  },
  { pattern: new RegExp(`\\b(?:did|does|do) not [a-z]{2,}ed${BASE_END}(?= )`, 'g'), better: '' },
]

const TURNS: Phrase[] = [
  { pattern: /(?<=^|[.!?”"] )(Although|Though|Even though) [^,.;:—–]{5,150}, but(?= )/g, better: '$1 …, …' },
  { pattern: /(?<=^|[.!?”"] )Because [^,.;:—–]{5,150}, so(?= (?:we|they|it|the|he|she|I) )/g, better: 'Because …, …' },
  {
    pattern:
      /(?<!\b(?:[Tt]he|[Aa]n?|[Mm]ore|most|its|their|our|his|her|very|so|this|in|provide|provided|no) )\b([Tt]imely) ((?<!\b(?:and|or) timely )[a-z]{3,}ing|[a-z]{3,}ed)\b(?! (?:and effective|manner|way))/g,
    better: '$2 … in a timely manner',
  },
  // "It is thus to be seen", "and thus to be there": an infinitive that the verb before it asks for is right.
  {
    pattern:
      /(?<!\b(?:is|are|was|were|be|been|seems?|appears?|ha[sd]|have|ought|needs?) )\b(thus|thereby|hence) to (?!be\b|the|an?\b|this|that|these|those|their|its|our|his|her|such|all|some|any|which|what|you|us|me|him|them)([a-z]{2,})\b/g,
    better: '$1 …ing',
  },
  {
    pattern: /\bmore (better|easier|worse|safer|stronger|healthier|cheaper|bigger|smaller|stricter|faster)\b(?!-)/g,
    better: '$1',
  },
  {
    pattern:
      /\b(informations|equipments|furnitures|homeworks|softwares|hardwares|knowledges|machineries|sceneries|luggages|baggages|feedbacks|advices|evidences|staffs)\b(?! of the)/g,
    better: '',
  },
  {
    pattern:
      /\b(many|several|few|numerous|various) (information|equipment|progress|advice|evidence|furniture|staff|software|research|knowledge|infrastructure)(?=[.,;:)]|$| (?:of|in|for|to|and|is|was|are|were|has|have|that|which|by|on|with)\b)/g,
    better: '',
  },
  {
    pattern:
      /\b(?:a|an) (?:new |great |good |big |significant |important |remarkable )?(information|equipment|advice|evidence|furniture|progress)(?=[.,;:)]|$| (?:of|in|for|to|and|is|was|has|that|which|by|on)\b)/g,
    better: '',
  },
  { pattern: new RegExp(`\\b(?:this|every|each) ${SEVERAL}${BEHIND_NOUN}`, 'g'), better: '' },
  { pattern: new RegExp(`\\b(?:these|those|many|several|numerous) ${ONE}${BEHIND_NOUN}`, 'g'), better: '' },
  {
    pattern:
      /\b[Tt]here (?:is|was) (?:many|several|numerous|various|two|three|four|five|six|seven|eight|nine|ten) (?=[a-z]+s\b)/g,
    better: 'there are',
  },
  {
    pattern: /\b(?:people|police) (?:is|was|has)\b(?= (?:a|an|the|not|also|been|very|[a-z]+ing|[a-z]+ed)\b)/g,
    better: '',
  },
  { pattern: /\bbetween (\d[\d,.]*%?) to (\d[\d,.]*%?)/g, better: 'between $1 and $2' },
  { pattern: /\bfrom ((?:19|20)\d\d)[-–]((?:19|20)\d\d)\b/g, better: 'from $1 to $2' },
  { pattern: /\bas follow:/g, better: 'as follows:' },
  { pattern: /\baccording to (my|our) opinion\b/gi, better: 'in $1 opinion' },
  { pattern: /\bboth [a-z]+(?: [a-z]+){0,2} as well as\b/g, better: 'both … and' },
]

export const PHRASES: readonly Phrase[] = [...CONFUSED, ...VERBS, ...TURNS]
