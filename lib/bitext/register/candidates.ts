/**
 * What a document itself names in both languages, for its project's register: people of its speaker lists, labels and introductions with their titles, outlets
 * of its questions, the place of its dateline. Of one thing the first form in each language stands; others are told as `others`, for one of them may be the slip.
 */
import { ENGLISH_NAME, isChineseName, isEnglishName } from '../intake/names'
import { englishNames, titleAfter } from './english-people'
import type { EntryKind, Forms } from './entry'
import { findSame, formKey } from './join-entries'
import { listedPerson, type Person, peopleOfRow } from './people'
import { isSameTitle } from './same-title'
import { spells } from './sounds'

export type NamingRow = { zh: string; en: string; kind?: string; label?: boolean }

/** `others`: English forms the document has besides. */
export type Candidate = Forms & { kind: EntryKind; titles: Forms[]; others: string[] }

type Mention = { kind: EntryKind; zh: string; en: string; titleZh: string; titleEn: string }

export function candidatesOf(rows: readonly NamingRow[]): Candidate[] {
  return rows.flatMap(mentionsOf).reduce(gather, [])
}

function mentionsOf(row: NamingRow): Mention[] {
  if (row.label && row.kind === 'question') return outletOf(row)
  return [...peopleIn(row), ...(row.kind === 'dateline' ? placeOf(row) : [])]
}

function gather(candidates: Candidate[], { kind, zh, en, titleZh, titleEn }: Mention): Candidate[] {
  const forms = { zh: zh === '' ? [] : [zh], en: en === '' ? [] : [en] }
  const title = { zh: titleZh === '' ? [] : [titleZh], en: titleEn === '' ? [] : [titleEn] }
  const known = findSame(candidates, { kind, ...forms })
  const one = known ?? { kind, zh: [], en: [], titles: [], others: [] }
  one.zh = one.zh.length > 0 ? one.zh : forms.zh
  const isOther =
    one.en.length > 0 && forms.en.some((form) => !one.en.some((had) => formKey(kind, had) === formKey(kind, form)))
  if (isOther) one.others = [...new Set([...one.others, ...forms.en])]
  one.en = one.en.length > 0 ? one.en : forms.en
  if (title.zh.length + title.en.length > 0) addTitle(one, title)
  return known ? candidates : [...candidates, one]
}

function addTitle(one: Candidate, title: Forms): void {
  const [zh, en] = [title.zh[0], title.en[0]]
  const known = one.titles.find((had) =>
    zh && had.zh.length > 0
      ? had.zh.some((form) => isSameTitle('zh', form, zh))
      : en && had.en.some((form) => isSameTitle('en', form, en)),
  )
  if (!known) {
    one.titles.push(title)
    return
  }
  // The fullest Chinese is the standing one: 副部长 is 公安部副部长 in short.
  if (zh && zh.length > (known.zh[0]?.length ?? 0)) known.zh = [zh]
  const isOther = en && known.en.length > 0 && !known.en.some((form) => isSameTitle('en', form, en))
  if (isOther) one.others = [...new Set([...one.others, en])]
  else if (en && en.length > (known.en[0]?.length ?? 0)) known.en = [en]
}

// --- people

function peopleIn(row: NamingRow): Mention[] {
  const english = row.kind === 'speaker-list' ? listedPerson(row.en, 'en') : null
  if (row.zh === '') return english ? [mentionOf('', '', english)] : []
  return peopleOfRow(row).flatMap((person) => {
    const mention = row.label
      ? labelled(person, row.en)
      : english
        ? mentionOf(person.name, person.title, english)
        : spelled(person, row.en)
    return mention && (row.kind === 'speaker-list' || row.label || person.title !== '') ? [mention] : []
  })
}

function mentionOf(zh: string, titleZh: string, english: Pick<Person, 'name' | 'title'> | null): Mention {
  return { kind: 'person', zh, en: english?.name ?? '', titleZh, titleEn: english?.title ?? '' }
}

const LABEL_NAME = new RegExp(`^\\s*(${ENGLISH_NAME})\\s*:\\s*$`, 'u')

function labelled({ name, title }: Person, en: string): Mention | null {
  if (!isChineseName(name)) return null
  const english = LABEL_NAME.exec(en)?.[1] ?? ''
  return mentionOf(name, title, { name: isEnglishName(english) ? english : '', title: '' })
}

/** In running text the name is found by its sound, and the title behind it. */
function spelled({ name, title }: Person, en: string): Mention | null {
  const found = englishNames(en).find(({ words }) => spells(name, words))
  if (!found) return null
  return mentionOf(name, title, { name: found.words, title: titleAfter(en, found.to)?.words ?? '' })
}

// --- outlets and places

function outletOf({ zh, en }: NamingRow): Mention[] {
  const name = zh
    .replace(/\s*[：:]\s*$/u, '')
    .replace(/记者$/u, '')
    .trim()
  const english = en
    .replace(/\s*:\s*$/, '')
    .replace(/(?:\s+|,\s*)(?:reporter|journalist|correspondent)$/i, '')
    .trim()
  if (name === '' && english === '') return []
  // A reporter by name, or a whole sentence, is no outlet.
  if (isChineseName(name) || name.length > MOST_CHARACTERS || english.split(' ').length > MOST_WORDS) return []
  return [{ kind: 'outlet', zh: name, en: english, titleZh: '', titleEn: '' }]
}

const MOST_CHARACTERS = 20
const MOST_WORDS = 8

const PLACE_ZH = /^\s*(\p{Script=Han}{2,8})\s*[|｜，,—–-]/u
const PLACE_EN = /^\s*(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2})\s*[|｜,—–-]/u

function placeOf({ zh, en }: NamingRow): Mention[] {
  const [chinese, english] = [PLACE_ZH.exec(zh)?.[1], PLACE_EN.exec(en)?.[1]]
  return chinese && english ? [{ kind: 'place', zh: chinese, en: english, titleZh: '', titleEn: '' }] : []
}
