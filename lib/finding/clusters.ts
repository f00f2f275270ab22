/**
 * One thing said in several ways, as a cluster: every form of it with every place it stands in, so that one form can be
 * chosen for all. Made of the findings about variants and of the texts: a finding names two forms, the texts have the places.
 * Pure. The English only: what varies is the rendering.
 */
import type { CheckedText } from './compute'

/** Checks whose findings name a form and the other one. */
export const CLUSTERED = [
  'quoted-terms',
  'term-variants',
  'name-variants',
  'name-slips',
  'spelled-variants',
  'person-titles',
] as const

export type ClusterFinding = { segmentId: number; check: string; values: Record<string, unknown> }

/** `text.slice(from, to)` of the row's English is the form; `context` is the stretch around it, from `start` on. */
export type Place = {
  segmentId: number
  row: number
  from: number
  to: number
  /** Where in the text the context begins. */
  start: number
  context: string
  /** The text goes on after the context. */
  cut: boolean
}

export type Form = { words: string; places: Place[] }

export type Cluster = {
  check: string
  /** The Chinese term, or the person, the forms are of; '' where the English alone tells. */
  of: string
  /** The most frequent first. */
  forms: Form[]
}

/** Beyond this many places nobody looks at each; find and replace is for those. */
const MOST_PLACES = 500

export function clustersOf(findings: readonly ClusterFinding[], rows: readonly CheckedText[]): Cluster[] {
  const rank = ({ check }: Group) => (CLUSTERED as readonly string[]).indexOf(check)
  const groups = groupsOf(findings).sort((a, b) => rank(a) - rank(b))
  return withoutRepeated(groups.flatMap((group) => clusterOf(group, rows)))
}

/** Two checks may see the same thing; what has no place of its own is said already. */
function withoutRepeated(clusters: readonly Cluster[]): Cluster[] {
  const taken = new Set<string>()
  return clusters.filter(({ forms }) => {
    const places = forms.flatMap(({ places }) => places.map(({ segmentId, from, to }) => `${segmentId}/${from}/${to}`))
    const isNew = places.some((place) => !taken.has(place))
    for (const place of places) taken.add(place)
    return isNew
  })
}

function clusterOf(group: Group, rows: readonly CheckedText[]): Cluster[] {
  const standing = placesOf(group, rows).filter(({ places }) => places.length > 0)
  const count = standing.reduce((sum, { places }) => sum + places.length, 0)
  if (standing.length < 2 || count > MOST_PLACES) return []
  standing.sort((a, b) => b.places.length - a.places.length)
  return [{ check: group.check, of: group.of, forms: standing }]
}

type Group = { check: string; of: string; words: Set<string> }

/** Findings that share a form are about one thing. */
function groupsOf(findings: readonly ClusterFinding[]): Group[] {
  const groups: Group[] = []
  for (const { check, values } of findings) {
    const [words, other] = [text(values.words), text(values.other)]
    // A long form is quoted by its beginning, and cannot be sought by it.
    if (!CLUSTERED.some((one) => one === check) || words === '' || other === '' || isCut(words) || isCut(other))
      continue
    const of = text(values.term) || text(values.person)
    const known = groups.find(
      (group) => group.check === check && group.of === of && (group.words.has(words) || group.words.has(other)),
    )
    if (known) known.words.add(words).add(other)
    else groups.push({ check, of, words: new Set([other, words]) })
  }
  return groups
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isCut(words: string): boolean {
  return words.endsWith('…')
}

/** Checks whose forms are of a Chinese term, and stand only in rows that have it. */
const OF_TERM = new Set(['quoted-terms', 'term-variants'])

function placesOf({ check, of, words }: Group, rows: readonly CheckedText[]): Form[] {
  // Of two forms that begin alike the longer is the one that stands there.
  const longest = [...words].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const forms = new Map([...words].map((form): [string, Form] => [form, { words: form, places: [] }]))
  rows.forEach((row, at) => {
    if (OF_TERM.has(check) && !row.zh.includes(of)) return
    for (const match of row.en.matchAll(pattern)) {
      const [form] = match
      if (check === 'person-titles' && !row.en.slice(0, match.index).endsWith(`${of}, `)) continue
      forms.get(form)?.places.push(placeIn(row, at, match.index, match.index + form.length))
    }
  })
  return [...forms.values()]
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const AROUND = 40

function placeIn(row: CheckedText, at: number, from: number, to: number): Place {
  const start = from <= AROUND ? 0 : row.en.indexOf(' ', from - AROUND) + 1
  const after = row.en.indexOf(' ', to + AROUND)
  const context = row.en.slice(start, after < 0 ? undefined : after)
  return { segmentId: row.id, row: at, from, to, start, context, cut: after >= 0 }
}
