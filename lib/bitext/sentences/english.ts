/**
 * English sentence ends, as rules. A full stop ends a sentence unless an abbreviation, an initial, a list mark or a small
 * letter after it says otherwise. Where an abbreviation may also end its sentence (U.S., Inc., a.m.), the word that
 * follows decides: a word that commonly opens sentences (The, We, However …) does, a name does not.
 */
import type { SentenceRule, SentenceRules } from './rules'

const SPACE = '[\\s\\u200b]+'
const OPENERS = '["“‘\'(\\[«{*_]*'
const START = '(?:^|[\\s"“”‘’\'(\\[{«—–/-])'

// Never end a sentence: a name follows.
const TITLES =
  'Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Sen Rep Gov Pres Supt Rev Hon Amb Fr Mt Ft Messrs Mmes Msgr Insp'
// Never end a sentence: what they point at follows.
const POINTERS = 'e\\.g i\\.e vs v cf viz ca approx e\\.g\\. i\\.e\\. incl esp resp'
// A number, a letter or a Roman numeral follows; otherwise they are ordinary words ("He said no.").
const NUMBERED =
  'No Nos Art Arts Sec Secs Fig Figs Ch Chap Chaps Vol Vols Para Paras Pt Eq Ex Tab Nr Reg p pp vol vols no nos art arts sec secs fig figs ch chap para paras ed eds bk Bk'
const MONTHS = 'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'
const WEEKDAYS = 'Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun'
// May end a sentence.
const OPEN =
  'Inc Ltd Co Corp Bros Plc Pty Cos Assn Assoc Dept Univ Inst Intl Natl Govt Jr Sr Esq Ph\\.D Ave Blvd Rd Bldg Dist Prov Calif Mass Pa Va Conn Wash Ill Mich Minn Tenn est al Mfg Tech Acad Gen St Ste Sq Ext Tel tel ext dept St\\.'

const STARTERS =
  "The A An This That These Those It Its He His She Her They Their We Our You Your I I'm I've I'd I'll We've We're We'll It's That's There There's Here Here's In On At By For From To With Without Within Under Over As Of Into Through Throughout " +
  'About Among Amid Around Across Against Along Between Beyond Behind During Despite Besides Regarding Concerning But And Or So Yet Nor If When While Whereas Although Though Because Since After Before Until Unless Once Where Wherever Whenever Whether ' +
  'What Which Who Whom Whose Why How Is Are Was Were Do Does Did Has Have Had Can Could Will Would Shall Should May Might Must Let Please Not No Yes All Any Both Each Every Either Neither Many Most Much More Some Several Such Other Others Another One Two Three ' +
  'First Firstly Second Secondly Third Thirdly Fourth Fifth Finally Lastly Next Then Thus Therefore Hence However Moreover Furthermore Meanwhile Nevertheless Nonetheless Otherwise Instead Indeed Also Additionally Again Still Only Even Just Now Today Tomorrow Yesterday ' +
  'Recently Currently Nowadays Later Earlier Previously Ultimately Overall Generally Specifically Accordingly Consequently Similarly Likewise Going According Based Given Following Thank Thanks Ladies Good Well My Mr Mrs Ms Dr Nobody Everyone Everybody Someone People'

const ZONES = 'EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST HKT ET CT MT PT IST JST SGT'
const MONTH_NAMES = 'January February March April May June July August September October November December'
const DAY_NAMES = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'

const REPORTING =
  'said|says|asked|asks|replied|replies|added|adds|told|cried|shouted|exclaimed|answered|answers|wrote|writes|noted|notes|explained|explains|continued|whispered|murmured|declared|remarked|recalled|insisted|wondered|demanded|called'

function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}

function no(before: string | null, after?: string): SentenceRule {
  return rule(false, before, after)
}

function yes(before: string | null, after?: string): SentenceRule {
  return rule(true, before, after)
}

function rule(breaks: boolean, before: string | null, after?: string): SentenceRule {
  return {
    breaks,
    ...(before === null ? {} : { before: new RegExp(`${before}$`, 'u') }),
    ...(after === undefined ? {} : { after: new RegExp(after, 'uy') }),
  }
}

// Quotes and brackets that close between the abbreviation's stop and the place.
const CLOSED = '["”’\')\\]}»]*'
const NAME = `${SPACE}${OPENERS}\\p{Lu}`
const OPENS_SENTENCE = `${SPACE}${OPENERS}${anyOf(STARTERS)}(?![\\p{L}\\p{N}’'-])`

const RULES: readonly SentenceRule[] = [
  // A small letter goes on with the sentence, whatever stood before: "e.g. apples", "“Why?” he asked", "Yahoo! is".
  no(null, `${SPACE}(?:[-–—]${SPACE})?${OPENERS}\\p{Ll}(?!\\))`),
  // So does punctuation that never opens one.
  no(null, `${SPACE}[,;:!?%)\\]}”»…]`),
  no(null, `${SPACE}\\.(?!\\p{L}|\\d)`),
  // "“Stop!” Wang said."
  no('[!?]["”’\']+', `${SPACE}(?:\\p{Lu}[\\p{L}.’'-]*${SPACE}){1,4}(?:${REPORTING})\\b`),
  no(`${START}${anyOf(TITLES)}\\.`),
  no(`${START}${anyOf(POINTERS)}\\.`),
  no(`${START}${anyOf(NUMBERED)}\\.`, `${SPACE}${OPENERS}(?:№|#)?(?:\\d|[IVXLC]+\\b|[A-Z](?![\\p{L}\\p{N}’']))`),
  no(`${START}${anyOf(`${MONTHS} ${WEEKDAYS}`)}\\.`, `${SPACE}${OPENERS}\\d`),
  no(`${START}${anyOf(WEEKDAYS)}\\.`, `${SPACE}${anyOf(`${MONTHS} ${MONTH_NAMES}`)}\\b`),
  // Ten o'clock: "10 a.m. Oct. 24", "9 p.m. Beijing time", "8 a.m. EST" go on; "at 10 a.m. The" does not.
  no(
    `(?:a\\.m|p\\.m|A\\.M|P\\.M)\\.${CLOSED}`,
    `${SPACE}\\(?(?:${anyOf(`${ZONES} ${MONTHS} ${MONTH_NAMES} ${WEEKDAYS} ${DAY_NAMES}`)}(?![\\p{L}\\p{N}])|\\d|\\p{Lu}\\p{L}+${SPACE}(?:[Tt]ime|Standard|Daylight)\\b)`,
  ),
  yes(`(?:a\\.m|p\\.m|A\\.M|P\\.M)\\.${CLOSED}`, NAME),
  yes(`${START}etc\\.${CLOSED}`, NAME),
  // A mark at the start of its line: "1. Definitions", "(a). …", "IV. …", "Chapter 1. …", "1.1. What …".
  no('^[(\\[（]?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[IVXLC]{1,6}|\\p{L})[)\\]）]?\\.'),
  no(
    '^(?:Chapter|CHAPTER|Article|ARTICLE|Section|SECTION|Part|PART|Table|Figure|Appendix|Annex|Schedule|Rule|Clause|Paragraph|Example|Note|Step|Title|Book|Volume|Item|Question) (?:[\\d.]{1,12}|[IVXLC]{1,8}|\\p{Lu})\\.',
  ),
  // An initial: a single capital between names. What opens sentences after it ends this one ("Plan B. The …").
  yes(`(?:${SPACE}|^)\\p{Lu}\\.${CLOSED}`, OPENS_SENTENCE),
  // "J. R. Smith", "George W. Bush"; but "Wang and I. Germany": the pronoun is no initial after a small letter.
  yes(`\\p{Ll}${SPACE}I\\.`, NAME),
  no(`${START}\\p{Lu}\\.`, NAME),
  no(`${START}\\p{Lu}\\p{Ll}?(?:\\.-?\\p{Lu}\\p{Ll}?)+\\.`, `${SPACE}${OPENERS}(?:\\p{Lu}\\.)`),
  yes(`${START}(?:\\p{Lu}\\p{Ll}?\\.){2,}${CLOSED}`, OPENS_SENTENCE),
  // "U.S. Senate", "Ph.D. Smith", "U.N. Security Council", "D.C. Circuit".
  no(`${START}(?:\\p{Lu}\\p{Ll}?\\.){2,}`, NAME),
  no(`${START}(?:\\p{Lu}\\.){2,}`, `${SPACE}\\d`),
  yes(`${START}${anyOf(`${OPEN} ${MONTHS} ${WEEKDAYS}`)}\\.${CLOSED}`, OPENS_SENTENCE),
  no(`${START}${anyOf(OPEN)}\\.`, `${SPACE}${OPENERS}[\\p{Lu}\\d]`),
]

export const ENGLISH_RULES: SentenceRules = {
  // The look-behind keeps a long run of stops linear. A stop within a word (3.5, example.com) has no space after it.
  ends: /(?<![.!?…])[.!?…]+(?=["”’')\]}»]{0,8}(?:\[\d{1,3}\]){0,4}(?:[\s\u200b]|$))|[。！？]+/gu,
  closing: /["”’')\]}»」』）]*(?:\[\d{1,3}\])*/uy,
  rules: RULES,
  otherwise: true,
}
