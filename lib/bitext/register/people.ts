/** The people a document names itself: in its lists of speakers, its labels and its ledes, in Chinese and English. */

import { CHINESE_NAME, isChineseName } from '../intake/names'
import { readSpeaker } from '../intake/speakers'
import type { Side, Span } from '../text'

/** `at` is where the name stands, `titleAt` where the title does. */
export type Person = { name: string; title: string; at: Span; titleAt: Span | null }

const TITLE_END =
  '(?:部长|局长|司长|厅长|署长|院长|校长|所长|会长|行长|处长|市长|省长|县长|区长|州长|总长|队长|检察长|秘书长|理事长|董事长|总裁|总经理|主任|主席|书记|发言人|研究员|教授|院士|工程师|经济师|负责人|代表|大使|参赞|司令员|馆长)'
/** 公安部副部长王乐水先生: a title directly before a name. */
const TITLED = new RegExp(`([\\p{Script=Han}、“”]{0,40}${TITLE_END})(${CHINESE_NAME})$`, 'u')
const HONORIFIC = /先生|女士|同志/gu
const HONORIFIC_LENGTH = 2
/** No title and name together are longer. */
const REACH = 60
const LEAD = /^.*?(?:邀请到?了?|请到了?|出席的还有|还有|我是|以及|有请|请|由|和|与|是|、)(?=\p{Script=Han}{4})/u

/** A line of a speaker list. */
export function listedPerson(text: string, side: Side): Person | null {
  const found = readSpeaker(text.trim(), side)
  if (!found) return null
  const spaced =
    side === 'zh' ? [...found.name].join('[\\s\\u3000]*') : found.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const name = new RegExp(spaced, 'u').exec(text)
  const title = text.indexOf(found.title)
  if (!name) return null
  return {
    name: found.name,
    title: found.title,
    at: { from: name.index, to: name.index + name[0].length },
    titleAt: title < 0 ? null : { from: title, to: title + found.title.length },
  }
}

/** People with a title before their name, in running Chinese. Linear: only what stands before an honorific is looked at. */
export function introducedPeople(zh: string): Person[] {
  return Array.from(zh.matchAll(HONORIFIC)).flatMap(({ index }) => {
    // What ends with the person before this one is theirs: 工程师闻长渡先生、馆长纪舒岚女士.
    const before = zh.slice(Math.max(0, index - REACH), index)
    const start =
      index -
      before.length +
      (Array.from(before.matchAll(HONORIFIC)).at(-1)?.index ?? -HONORIFIC_LENGTH) +
      HONORIFIC_LENGTH
    const match = TITLED.exec(zh.slice(start, index))
    if (!match) return []
    const [, words, name] = match as unknown as [string, string, string]
    const lead = LEAD.exec(words)?.[0].length ?? 0
    const titleAt = start + match.index + lead
    const nameAt = start + match.index + words.length
    return [
      {
        name: name.replace(/\s/g, ''),
        title: words.slice(lead),
        at: { from: nameAt, to: nameAt + name.length },
        titleAt: { from: titleAt, to: nameAt },
      },
    ]
  })
}

/** "王乐水：" names the speaker of what follows. */
export function labelledPerson(text: string): Person | null {
  const match = /^\s*(.{2,6}?)\s*[：:]\s*$/u.exec(text)
  const name = match?.[1]?.replace(/[\s\u3000]/g, '')
  if (!name || !isChineseName(name)) return null
  const from = text.indexOf(match![1]!)
  return { name, title: '', at: { from, to: from + match![1]!.length }, titleAt: null }
}

/** The people a row names with their titles, in Chinese: of a list, by a label, or as somebody introduces them. */
export function peopleOfRow({ zh, kind, label }: { zh: string; kind?: string; label?: boolean }): Person[] {
  const listed = kind === 'speaker-list' || kind === 'caption' || SHORT_LINE.test(zh) ? listedPerson(zh, 'zh') : null
  const labelled = label ? labelledPerson(zh) : null
  return listed ? [listed] : labelled ? [labelled] : introducedPeople(zh)
}

const SHORT_LINE = /^.{4,60}$/u
