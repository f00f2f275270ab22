/** An entry as it stands in the form: every list of forms is a text of one form a line. */
import { type EntryKind, type Forms, LONGEST_FORM, MOST_FORMS, type RegisterEntry } from '@/lib/bitext/register/entry'

export type TitleDraft = { id: number; zh: string; en: string }

export type EntryDraft = { kind: EntryKind; zh: string; en: string; titles: TitleDraft[]; note: string }

export function draftOf(entry: RegisterEntry | null): EntryDraft {
  if (!entry) return { kind: 'person', zh: '', en: '', titles: [{ id: 0, zh: '', en: '' }], note: '' }
  const { kind, zh, en, titles, note } = entry
  return {
    kind,
    zh: text(zh),
    en: text(en),
    note,
    titles: titles.map((one, id) => ({ id, zh: text(one.zh), en: text(one.en) })),
  }
}

function text(forms: readonly string[]): string {
  return forms.join('\n')
}

export function formsOf(text: string): string[] {
  const forms = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return forms.filter((form) => form !== '')
}

export type Said = Forms & { kind: EntryKind; titles: Forms[]; note: string }

/** null where it cannot be kept like that: no name at all, or a form that is none. */
export function saidIn({ kind, zh, en, titles, note }: EntryDraft): Said | null {
  const said = {
    kind,
    zh: formsOf(zh),
    en: formsOf(en),
    titles: titles
      .map((title) => ({ zh: formsOf(title.zh), en: formsOf(title.en) }))
      .filter((title) => kind === 'person' && title.zh.length + title.en.length > 0),
    note: note.trim(),
  }
  const lists = [said.zh, said.en, ...said.titles.flatMap((title) => [title.zh, title.en])]
  const fits = lists.every((forms) => forms.length <= MOST_FORMS && forms.every(isForm))
  return fits && said.zh.length + said.en.length > 0 ? said : null
}

function isForm(form: string): boolean {
  return form.length <= LONGEST_FORM && !/[|｜]/.test(form)
}
