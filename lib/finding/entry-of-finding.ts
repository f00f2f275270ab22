/** What a finding about a person or an outlet says for the register: that the words it marks are right. Pure. */
import { type EntryKind, type Forms, LONGEST_FORM, type RegisterEntry } from '../bitext/register/entry'

type Said = { says: string; values: unknown; zhWords: string; enWords: string }

export type EntryOfFinding = Omit<RegisterEntry, 'id' | 'note'>

const PERSON: Record<string, (said: Said & { person: string }) => Omit<EntryOfFinding, 'kind'>> = {
  'name-sound': spelled,
  'register-name': spelled,
  'name-slip': ({ enWords }) => ({ zh: [], en: [enWords], titles: [] }),
  'title-body': titled,
  'title-rank': titled,
  'title-deputy': titled,
  'person-titles': titled,
  'register-title': titled,
}

const OUTLET = ['outlet-differs', 'register-outlet']

/** Findings whose words can be taken into the register. */
export const TAKABLE: readonly string[] = [...Object.keys(PERSON), ...OUTLET]

/** null where the finding marks no words the register could have. */
export function entryOfFinding(finding: Said): EntryOfFinding | null {
  const { says, zhWords, enWords } = finding
  const entry = OUTLET.includes(says) ? outlet(zhWords, enWords) : personOf(finding)
  return entry && entry.zh.length + entry.en.length > 0 && !isTooLong(entry) ? entry : null
}

function personOf(finding: Said): EntryOfFinding | null {
  const { person = '' } = (finding.values ?? {}) as { person?: string }
  const read = PERSON[finding.says]
  if (!read || (person === '' && finding.enWords === '')) return null
  const kind: EntryKind = 'person'
  return { kind, ...read({ ...finding, person: String(person) }) }
}

function spelled({ person, enWords }: Said & { person: string }) {
  return { zh: [person], en: [enWords], titles: [] }
}

function titled({ person, zhWords, enWords }: Said & { person: string }) {
  const isChinese = /\p{Script=Han}/u.test(person)
  const title: Forms = { zh: listOf(zhWords), en: listOf(enWords) }
  return { zh: isChinese ? [person] : [], en: isChinese ? [] : [person], titles: [title] }
}

function outlet(zh: string, en: string): EntryOfFinding {
  const names = [zh.replace(/(?:记者)?\s*[：:]\s*$/u, '').trim(), en.replace(/\s*:\s*$/, '').trim()] as const
  return { kind: 'outlet', zh: listOf(names[0]), en: listOf(names[1]), titles: [] }
}

function listOf(words: string): string[] {
  const one = words.replace(/\s+/g, ' ').trim()
  return one === '' ? [] : [one]
}

function isTooLong({ zh, en, titles }: EntryOfFinding): boolean {
  return [...zh, ...en, ...titles.flatMap((title) => [...title.zh, ...title.en])].some(
    (form) => form.length > LONGEST_FORM || /[|｜]/.test(form),
  )
}
