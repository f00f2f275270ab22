/** What a view lets through: kept in the address and in saved views. Conditions add up. */
import { LONGEST_QUERY } from '../bitext/search/query'
import { isStorable } from '../bitext/text/well-formed'
import { DISCREPANCY_TYPES } from '../discrepancy/rules'
import { SEGMENT_STATUSES, type SegmentStatus } from '../segment/rules'

export const EMPTY_SIDES = ['zh', 'en', 'any'] as const

export const FIND_IN = ['both', 'zh', 'en'] as const

/** What a person did to the row: changed its text last, or took the step on its present text. */
export const DEEDS = ['changed', 'translated', 'revised', 'reviewed'] as const

export const NOTES = ['any', ...DISCREPANCY_TYPES] as const

const LONGEST_SPEAKER = 300

export type Filter = {
  /** Empty: all of them. */
  statuses: SegmentStatus[]
  open: boolean
  stale: boolean
  mine: boolean
  /** Rows that wait for the step they were given to me for. */
  todo: boolean
  /** Rows whose pairing no person has confirmed. */
  unconfirmed: boolean
  /** Rows whose pairing is worth a look. */
  doubtful: boolean
  /** Rows whose texts are not one sentence to one. */
  uneven: boolean
  moved: boolean
  edited: boolean
  /** Rows with an open thread of comments. */
  commented: boolean
  /** Rows with a suggestion nobody has settled. */
  suggested: boolean
  /** Rows whose numbers do not agree. */
  numbers: boolean
  empty: (typeof EMPTY_SIDES)[number] | null
  text: string
  in: (typeof FIND_IN)[number]
  matchCase: boolean
  wholeWord: boolean
  regex: boolean
  /** A member's id, with what they did. */
  person: string | null
  did: (typeof DEEDS)[number]
  /** Rows with a discrepancy of this type, open or decided. */
  note: (typeof NOTES)[number] | null
  speaker: string
  /** Rows of this assignment. */
  work: string | null
  /** Rows in which this check finds something nobody has dismissed; 'any' check. */
  finding: string | null
}

export const NO_FILTER: Filter = {
  statuses: [],
  open: false,
  stale: false,
  mine: false,
  todo: false,
  unconfirmed: false,
  doubtful: false,
  uneven: false,
  moved: false,
  edited: false,
  commented: false,
  suggested: false,
  numbers: false,
  empty: null,
  text: '',
  in: 'both',
  matchCase: false,
  wholeWord: false,
  regex: false,
  person: null,
  did: 'changed',
  note: null,
  speaker: '',
  work: null,
  finding: null,
}

type Guard<T> = (value: unknown) => value is T

/** What each part may be, for the browser and the commands alike (input.ts makes shapes of it). */
export const FILTER_PARTS: { [Name in keyof Filter]: Guard<Filter[Name]> } = {
  statuses: (value): value is SegmentStatus[] =>
    Array.isArray(value) && value.length <= SEGMENT_STATUSES.length && value.every(oneOf(SEGMENT_STATUSES)),
  open: isBoolean,
  stale: isBoolean,
  mine: isBoolean,
  todo: isBoolean,
  unconfirmed: isBoolean,
  doubtful: isBoolean,
  uneven: isBoolean,
  moved: isBoolean,
  edited: isBoolean,
  commented: isBoolean,
  suggested: isBoolean,
  numbers: isBoolean,
  empty: orNull(oneOf(EMPTY_SIDES)),
  text: textUpTo(LONGEST_QUERY),
  in: oneOf(FIND_IN),
  matchCase: isBoolean,
  wholeWord: isBoolean,
  regex: isBoolean,
  person: orNull(isId),
  did: oneOf(DEEDS),
  note: orNull(oneOf(NOTES)),
  speaker: textUpTo(LONGEST_SPEAKER),
  work: orNull(isId),
  finding: orNull((value): value is string => typeof value === 'string' && /^[a-z-]{1,60}$/.test(value)),
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function oneOf<T>(known: readonly T[]): Guard<T> {
  return (value): value is T => known.includes(value as T)
}

function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

function textUpTo(most: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most && isStorable(value)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
}

/** A filter kept by an older or a newer version: what is not known is left out. */
export function mendFilter(kept: unknown): Filter {
  const given = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  const parts = Object.entries(FILTER_PARTS).filter(([name, may]) => may(given[name]))
  return { ...NO_FILTER, ...Object.fromEntries(parts.map(([name]) => [name, given[name]])) }
}

/** Conditions the outline on the screen can judge by itself. */
export const SWITCHES = [
  'open',
  'stale',
  'mine',
  'todo',
  'unconfirmed',
  'doubtful',
  'moved',
  'edited',
  'commented',
  'suggested',
] as const satisfies readonly (keyof Filter)[]

export type Switch = (typeof SWITCHES)[number]

/** The part of a filter only the server can judge, which has the whole document. */
export const SOUGHT = [
  'text',
  'in',
  'matchCase',
  'wholeWord',
  'regex',
  'person',
  'did',
  'note',
  'speaker',
  'work',
  'numbers',
  'uneven',
  'finding',
] as const satisfies readonly (keyof Filter)[]

export type Sought = Pick<Filter, (typeof SOUGHT)[number]>

export function soughtOf(filter: Filter): Sought {
  return Object.fromEntries(SOUGHT.map((name) => [name, filter[name]])) as Sought
}

export function asksServer({ text, person, note, speaker, work, numbers, uneven, finding }: Sought): boolean {
  return (
    text !== '' ||
    person !== null ||
    note !== null ||
    speaker !== '' ||
    work !== null ||
    numbers ||
    uneven ||
    finding !== null
  )
}

export function isFiltering(filter: Filter): boolean {
  return (
    filter.statuses.length > 0 || SWITCHES.some((name) => filter[name]) || filter.empty !== null || asksServer(filter)
  )
}

const FLAGS_OF_TEXT = ['matchCase', 'wholeWord', 'regex'] as const

export function readFilter(query: URLSearchParams): Filter {
  const on = (name: string) => query.get(name) === '1'
  return mendFilter({
    statuses: SEGMENT_STATUSES.filter((status) => query.get('status')?.split(',').includes(status)),
    ...Object.fromEntries([...SWITCHES, 'numbers', 'uneven', ...FLAGS_OF_TEXT].map((name) => [name, on(name)])),
    empty: query.get('empty'),
    text: query.get('text') ?? '',
    in: query.get('in') ?? 'both',
    person: query.get('person'),
    did: query.get('did') ?? 'changed',
    note: query.get('note'),
    speaker: query.get('speaker') ?? '',
    work: query.get('work'),
    finding: query.get('finding'),
  })
}

/** Writes the filter into `query`, leaving out what is not set. */
export function writeFilter(query: URLSearchParams, filter: Filter): void {
  const put = (name: string, value: string) => (value === '' ? query.delete(name) : query.set(name, value))
  put('status', filter.statuses.join(','))
  for (const name of [...SWITCHES, 'numbers', 'uneven'] as const) put(name, filter[name] ? '1' : '')
  put('empty', filter.empty ?? '')
  put('text', filter.text)
  for (const name of FLAGS_OF_TEXT) put(name, filter.text !== '' && filter[name] ? '1' : '')
  put('in', filter.text === '' || filter.in === 'both' ? '' : filter.in)
  put('person', filter.person ?? '')
  put('did', filter.person === null || filter.did === 'changed' ? '' : filter.did)
  put('note', filter.note ?? '')
  put('speaker', filter.speaker)
  put('work', filter.work ?? '')
  put('finding', filter.finding ?? '')
}
