/** What the palette offers for what was typed: acts, a row, the sections of the document, other documents. */
import type { Translate } from '@/app/_ui/texts/translate'
import { ALIGN_ACT_NAMES, alignActText } from '../align/keys'
import { performAlign } from '../align/perform'
import { READ_ACT_NAMES, readActText } from '../read/keys'
import { doInRead } from '../read/use-read-keys'
import { choiceOffers } from './choices'
import { keySections, keysOfLine } from './key-books'
import { signsOf } from './keymap'
import { ACT_NAMES, actText } from './keys'
import { goTo } from './move'
import type { Offer } from './palette-offer'
import { perform } from './perform'
import { initialsOf } from './pinyin'
import type { Choice, Screen } from './screen'
import { fitting } from './type-ahead'

export type DocumentName = { id: string; title: string }

/** So many of each kind that the list can still be read. */
const MOST_SECTIONS = 12
const MOST_DOCUMENTS = 8

/** `only`: nothing else is chosen from. */
export function offersFor(screen: Screen, typed: string, documents: readonly DocumentName[], only?: Choice): Offer[] {
  const { t } = screen
  if (only) return loosely(choiceOffers(screen, only), typed, ({ name }) => [name, initialsOf(name) ?? name])
  const acts = loosely(actOffers(screen, t), typed, ({ name, hint }) => [name, hint])
  if (typed.trim() === '') return acts
  return [
    ...rowOffers(screen, typed),
    ...acts,
    ...fitting(choiceOffers(screen), typed, ({ name, hint }) => [name, hint, initialsOf(name) ?? name]),
    ...sectionOffers(screen, typed),
    ...documentOffers(screen, typed, documents),
  ]
}

function actOffers(screen: Screen, t: Translate): Offer[] {
  const mode = screen.mode.get()
  const lines = keySections(mode).flatMap((section) => section.lines)
  const offer = (of: string, act: string, name: string, run: () => void): Offer => {
    const line = lines.find((one) => one.mode === of && one.act === act)
    return { id: `${of}-${act}`, kind: 'act', name, hint: act, keys: line ? signsOf(keysOfLine(line)) : [], run }
  }
  const own =
    mode === 'align'
      ? ALIGN_ACT_NAMES.map((act) => offer('align', act, t(alignActText(act)), () => void performAlign(screen, act)))
      : mode === 'read'
        ? READ_ACT_NAMES.filter((act) => act === 'layout' || act === 'marks' || act === 'print').map((act) =>
            offer('read', act, t(readActText(act)), () => void doInRead(screen, act)),
          )
        : []
  const common = ACT_NAMES.filter((act) => act !== 'palette').map((act) =>
    offer('review', act, t(actText(act)), () => perform(screen, act)),
  )
  return [...own, ...common]
}

function rowOffers(screen: Screen, typed: string): Offer[] {
  const row = Number(typed.trim().normalize('NFKC').replace(/^#/, ''))
  const rows = screen.outline.get()?.ids.length ?? 0
  if (!Number.isInteger(row) || row < 1 || row > rows) return []
  const run = () => goTo(screen, row - 1, { editing: false })
  return [{ id: `row-${row}`, kind: 'row', name: screen.t('review.to-row', { row }), hint: '', keys: [], run }]
}

function sectionOffers(screen: Screen, typed: string): Offer[] {
  const sections = screen.outline.get()?.sections ?? []
  return fitting(sections, typed, ({ zh, en }) => [zh, en, initialsOf(zh) ?? zh])
    .slice(0, MOST_SECTIONS)
    .map(({ row, zh, en }) => ({
      id: `section-${row}`,
      kind: 'section' as const,
      name: [zh, en].filter((title) => title.trim() !== '').join(' · '),
      hint: screen.t('review.row-name', { row: row + 1 }),
      keys: [],
      run: () => goTo(screen, row, { editing: false }),
    }))
}

function documentOffers(screen: Screen, typed: string, documents: readonly DocumentName[]): Offer[] {
  const others = documents.filter(({ id }) => id !== screen.documentId)
  return fitting(others, typed, ({ title }) => [title, initialsOf(title) ?? title])
    .slice(0, MOST_DOCUMENTS)
    .map(({ id, title }) => ({
      id: `document-${id}`,
      kind: 'document' as const,
      name: title,
      hint: screen.t('read.palette-document'),
      keys: [],
      // A full visit: the screen that is left may hold drafts, and asks before it goes.
      run: () => window.location.assign(`/projects/${screen.projectId}/review/${id}`),
    }))
}

/** As `fitting`; where nothing fits, what has the letters in their order ("tgchg" for "Tracked changes"). */
export function loosely<T>(entries: readonly T[], typed: string, namesOf: (entry: T) => readonly string[]): T[] {
  const found = fitting(entries, typed, namesOf)
  if (found.length > 0) return found
  const letters = [...typed.toLowerCase().replace(/\s/g, '')]
  return entries.filter((entry) => namesOf(entry).some((name) => hasInOrder(name.toLowerCase(), letters)))
}

function hasInOrder(name: string, letters: readonly string[]): boolean {
  let at = 0
  for (const letter of letters) {
    const next = name.indexOf(letter, at)
    if (next < 0) return false
    at = next + letter.length
  }
  return true
}
