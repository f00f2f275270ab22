/**
 * Lists of who speaks: "Mr. Wang Leshui, vice minister of public security", 公安部副部长 王乐水.
 * Where a text has the list twice, titles are compared with the abbreviations the text itself explains written out.
 */
import type { Side } from '../text'
import type { Person, Warning } from './block'
import { bareName, CHINESE_NAME, ENGLISH_NAME, HONORIFIC, isChineseName } from './names'

const EN_TITLE =
  /\b(?:minister|director|chief|head|chair|chairman|chairwoman|chairperson|president|secretary|spokesperson|spokesman|spokeswoman|commissioner|governor|mayor|officer|official|member|manager|professor|researcher|fellow|representative|ambassador|counsell?or|consul|administrator|engineer|economist|editor|general|dean|inspector|leader|expert|deputy|vice|founder|CEO|coordinator|adviser|advisor|analyst|judge|justice|prosecutor|procurator|host|moderator)\b/i
const ZH_TITLE =
  '(?:部长|局长|司长|厅长|署长|院长|校长|所长|会长|行长|处长|市长|省长|县长|区长|州长|总长|组长|队长|检察长|秘书长|理事长|董事长|总编辑|总裁|总经理|经理|总监|主任|主席|书记|委员|发言人|研究员|教授|院士|工程师|总工|经济师|会计师|统计师|负责人|代表|大使|参赞|专家|司令员?|政委|主持人|助理|巡视员|审判员|庭长|关长|台长|社长|馆长|首席.{1,6})'

const EN_LINE = new RegExp(`^(${HONORIFIC}*${ENGLISH_NAME})(?:,|\\s[-–—])\\s*(.{3,240})$`, 'u')
const ZH_ROLE_HEAD =
  /^(?:发布人|发言人|主讲人|嘉宾|出席(?:领导|嘉宾|人员)?|主持人?|介绍人|参加人员|与会人员)\s*[:：]\s*/u
const ZH_NAME_FIRST = new RegExp(`^(${CHINESE_NAME})(?:先生|女士)?[\\s　，,、—–-]+(.{2,80}${ZH_TITLE}.{0,30})$`, 'u')
const ZH_NAME_LAST = new RegExp(`^(.{0,80}${ZH_TITLE})[\\s　]*(${CHINESE_NAME})(?:先生|女士|同志)?$`, 'u')

/** 发言人： or "Chairperson:" over a list names no speaker: it heads the lines below it. */
const LIST_HEAD: Record<Side, RegExp> = {
  zh: /^(?:发布人|发言人|主讲人|嘉宾|出席(?:领导|嘉宾|人员)?|主持人?|介绍人|参加人员|与会人员)\s*[:：]?$/u,
  en: /^(?:speakers?|participants?|attendees|panelists?|guests?|presenters?|briefers?|moderator|host|chair(?:man|woman|person)?)\s*:?$/i,
}

export function isListHead(text: string, side: Side): boolean {
  return LIST_HEAD[side].test(text)
}

// "Lanpu Ferry Co., Ltd." ends in a stop that ends no sentence.
const ABBREVIATED = /\b(?:Ltd|Inc|Co|Corp|Jr|Sr|Ph\.?D|Bros|Dept|Univ)\.$/

const LONGEST = 260

/** Name and title, if the line is one of a speaker list. */
export function readSpeaker(text: string, side: Side): { name: string; title: string } | null {
  if (text.length > LONGEST || (/[.!?;:。！？；：]$/u.test(text) && !ABBREVIATED.test(text))) return null
  return side === 'zh' ? readChinese(text.replace(ZH_ROLE_HEAD, '')) : readEnglish(text)
}

function readEnglish(text: string): { name: string; title: string } | null {
  const found = EN_LINE.exec(text)
  if (!found || !EN_TITLE.test(found[2]!) || /[.!?] \p{Lu}/u.test(found[2]!.replace(/\b(?:\p{Lu}\.)+/gu, '')))
    return null
  return { name: bareName(found[1]!), title: found[2]!.trim() }
}

function readChinese(text: string): { name: string; title: string } | null {
  if (/[。！？；]/u.test(text)) return null
  // A name before a comma is a name; the last two characters of a title may merely look like one (总工程师).
  const first = ZH_NAME_FIRST.exec(text)
  if (first && /^[，,]/u.test(text.slice(first[1]!.length).replace(/^(?:先生|女士)/u, ''))) {
    return { name: bareName(first[1]!), title: first[2]!.trim() }
  }
  const last = ZH_NAME_LAST.exec(text)
  if (last && isChineseName(last[2]!)) return { name: bareName(last[2]!), title: last[1]!.trim() }
  return first ? { name: bareName(first[1]!), title: first[2]!.trim() } : null
}

/** A warning for a list that comes twice, and one for each person with two titles. `lists` holds the lists in order. */
export function warnOfLists(lists: Person[][], text: string, side: Side): Warning[] {
  const repeated = lists.slice(1).find((list) => list.some(({ name }) => isIn(name, lists[0]!)))
  if (!repeated) return []
  const first = lists[0]![0]!.line
  const line = repeated[0]!.line
  return [
    {
      id: 'speaker-list-twice',
      message: `The list of speakers stands twice (lines ${first} and ${line})`,
      values: { first, second: line },
      line,
    },
    ...warnOfTitles(lists, text, side),
  ]
}

function isIn(name: string, list: Person[]): boolean {
  return list.some((person) => person.name === name)
}

function warnOfTitles(lists: Person[][], text: string, side: Side): Warning[] {
  const known = new Map<string, Person>()
  const warnings: Warning[] = []
  for (const person of lists.flat()) {
    const before = known.get(person.name)
    if (!before) known.set(person.name, person)
    else if (titleKey(before.title, text, side) !== titleKey(person.title, text, side))
      warnings.push(differ(before, person))
  }
  return warnings
}

function differ(before: Person, { name, title, line }: Person): Warning {
  return {
    id: 'titles-differ',
    message: `${name} has two titles: "${before.title}" (line ${before.line}) and "${title}" (line ${line})`,
    values: { name, first: before.title, firstLine: before.line, second: title, secondLine: line },
    line,
  }
}

/** Titles that differ only in an abbreviation, an article, case or spaces are one. */
function titleKey(title: string, text: string, side: Side): string {
  if (side === 'zh') return title.replace(/[\s\u3000、，,]+/gu, '')
  let key = title.replace(/\s*\([^)]*\)/gu, '')
  for (const short of new Set(key.match(/\b\p{Lu}{2,8}\b/gu) ?? [])) {
    const long = findExpansion(short, text)
    if (long) key = key.replace(new RegExp(`\\b${short}\\b`, 'gu'), long)
  }
  return key
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|a|an) /gu, '')
    .trim()
}

/** "Ministry of Public Security (MPS)" explains MPS: the words before the bracket whose capitals spell it. */
function findExpansion(short: string, text: string): string | null {
  const at = text.indexOf(`(${short})`)
  if (at < 0) return null
  const words = text
    .slice(Math.max(0, at - 200), at)
    .trim()
    .split(/\s+/)
  let letters = short.length
  let first = words.length
  while (first > 0 && letters > 0) {
    const word = words[--first]!
    if (word[0] === short[letters - 1]) letters--
    else if (/^\p{Lu}/u.test(word)) return null
  }
  return letters === 0 ? words.slice(first).join(' ') : null
}
