/** Credit lines ("Translated and edited by …", 责任编辑：…) and the names in them. */
import type { Side } from '../text'
import { CHINESE_NAME, ENGLISH_NAME } from './names'

const EN_VERB =
  '(?:translat|edit|compil|report|writ|proofread|photograph|contribut|interpret|revis|review|post|produc|prepar|transcrib|check|design|polish)(?:ed|ten|en)?'
const EN_ROLE =
  '(?:(?:web|responsible|executive|senior|managing|copy|chief|duty|english|chinese|language|photo|contributing) )?(?:translators?|editors?|reporters?|writers?|photographers?|proofreaders?|revisers?|contributors?|authors?|producers?|designers?|interpreters?|translation|editing|proofreading|photos?|text|story|editor-in-chief)'

const EN_HEAD = new RegExp(
  `(?:\\b${EN_VERB}(?:(?:,| and|, and| &|/) ?${EN_VERB})* by:?|\\b${EN_ROLE}(?:(?: and | & |/)${EN_ROLE})*(?: by)?\\s*[:：]|^By(?= \\p{Lu}))\\s*`,
  'giu',
)
const ZH_ROLE =
  '(?:责任编辑|责编|值班编辑|值班主任|实习编辑|本文编辑|网络编辑|中文编辑|英文编辑|编辑|总?编审|翻译|译者|英文翻译|英译|译|校对|校译|审校|审核|审定|终审|复审|初审|审读|审译|监制|总监制|出品人?|记者|通讯员|实习生|摄影|摄像|文字|文字整理|整理|图片|作者|供稿|撰稿|撰文|编译|编校|主编|副主编|总编辑|统筹|策划|设计|制作|美编|录入|速记|文/图|核稿|供图)'
const ZH_HEAD = new RegExp(`${ZH_ROLE}(?:[、/／及和与]${ZH_ROLE})*\\s*[:：丨|│]\\s*`, 'gu')

const EN_START = /^[([【（]?\s*$/
const EN_PERSON = new RegExp(`^(?:${ENGLISH_NAME}|\\p{Lu}[\\p{L}'’.-]+)$`, 'u')
const ZH_PERSON = new RegExp(`^(?:${CHINESE_NAME}|\\p{Script=Han}{2,4}|${ENGLISH_NAME}|\\p{Lu}[\\p{L}.]+)$`, 'u')

const LONGEST = 3000

/** The names of a credit line in its order; null where the text is no credit line. */
export function readCredits(text: string, side: Side): string[] | null {
  if (text.length > LONGEST) return null
  const line = text.replace(SOURCE, '').trim()
  return line === '' ? null : readNames(line, side)
}

// An outlet stands beside the names: 来源：国新网　责任编辑：……
const SOURCE = /(?:稿件|文章|信息)?来源\s*[:：]\s*[^\s　，,；;]{1,30}/u

function readNames(text: string, side: Side): string[] | null {
  return side === 'zh'
    ? (readLine(text, ZH_HEAD, splitChinese) ?? readLine(text, EN_HEAD, splitEnglish))
    : (readLine(text, EN_HEAD, splitEnglish) ?? readLine(text, ZH_HEAD, splitChinese))
}

function readLine(text: string, head: RegExp, split: (list: string) => string[] | null): string[] | null {
  const heads = [...text.matchAll(head)]
  if (heads.length === 0 || !EN_START.test(text.slice(0, heads[0]!.index))) return null
  const names: string[] = []
  for (const [index, found] of heads.entries()) {
    const list = split(text.slice(found.index + found[0].length, heads[index + 1]?.index ?? text.length))
    if (!list) return null
    names.push(...list)
  }
  return names
}

function splitEnglish(list: string): string[] | null {
  const names = list
    .replace(/^[\s,;]+|[\s)\]】.;,|]+$/g, '')
    .split(/\s*(?:,\s*and\s+|,|;|\/|\s+and\s+|\s+&\s+)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length > 0 && names.every((name) => EN_PERSON.test(name)) ? names : null
}

function splitChinese(list: string): string[] | null {
  const bare = list.replace(/^[\s，,;；]+|[\s)\]】）。;；，,|]+$/g, '')
  // 王　伟: a name of two characters is often spaced to the width of three.
  const joined = bare.replace(
    /(?<=^|[、，,;；/\s])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=$|[、，,;；/\s])/gu,
    '$1$2',
  )
  const names = joined
    .split(/\s*(?:[、，,;；/／]|\s+(?:and\s+)?)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length > 0 && names.every((name) => ZH_PERSON.test(name)) ? names : null
}
