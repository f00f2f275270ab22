/** What a view lets through: kept in the address and in saved views. Conditions add up. */
import { z } from 'zod'
import { LONGEST_QUERY } from '../bitext/search/query'
import { isStorable } from '../bitext/text/well-formed'
import { DISCREPANCY_TYPES } from '../discrepancy/rules'
import { SEGMENT_STATUSES } from '../segment/rules'

export const EMPTY_SIDES = ['zh', 'en', 'any'] as const

export const FIND_IN = ['both', 'zh', 'en'] as const

/** What a person did to the row: changed its text last, or took the step on its present text. */
export const DEEDS = ['changed', 'translated', 'revised', 'reviewed'] as const

export const NOTES = ['any', ...DISCREPANCY_TYPES] as const

const FilterShape = z.object({
  /** Empty: all of them. */
  statuses: z.array(z.enum(SEGMENT_STATUSES)).max(SEGMENT_STATUSES.length),
  open: z.boolean(),
  stale: z.boolean(),
  mine: z.boolean(),
  /** Rows that wait for the step they were given to me for. */
  todo: z.boolean(),
  /** Rows whose pairing no person has confirmed. */
  unconfirmed: z.boolean(),
  /** Rows whose pairing is worth a look. */
  doubtful: z.boolean(),
  /** Rows whose texts are not one sentence to one. */
  uneven: z.boolean(),
  moved: z.boolean(),
  edited: z.boolean(),
  /** Rows with an open thread of comments. */
  commented: z.boolean(),
  /** Rows with a suggestion nobody has settled. */
  suggested: z.boolean(),
  /** Rows whose numbers do not agree. */
  numbers: z.boolean(),
  empty: z.enum(EMPTY_SIDES).nullable(),
  text: z.string().max(LONGEST_QUERY).refine(isStorable),
  in: z.enum(FIND_IN),
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
  regex: z.boolean(),
  /** A member's id, with what they did. */
  person: z.uuid().nullable(),
  did: z.enum(DEEDS),
  /** Rows with a discrepancy of this type, open or decided. */
  note: z.enum(NOTES).nullable(),
  speaker: z.string().max(300).refine(isStorable),
  /** Rows of this assignment. */
  work: z.uuid().nullable(),
  /** Rows in which this check finds something nobody has dismissed; 'any' check. */
  finding: z
    .string()
    .max(60)
    .regex(/^[a-z-]+$/)
    .nullable(),
})

export type Filter = z.infer<typeof FilterShape>

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

export const FilterInput = FilterShape

/** A filter kept by an older or a newer version: what is not known is left out. */
export function mendFilter(kept: unknown): Filter {
  const given = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  const parts = Object.entries(FilterShape.shape).flatMap(([name, shape]) => {
    const part = shape.safeParse(given[name])
    return part.success ? [[name, part.data]] : []
  })
  return { ...NO_FILTER, ...Object.fromEntries(parts) }
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
export type Sought = Pick<
  Filter,
  | 'text'
  | 'in'
  | 'matchCase'
  | 'wholeWord'
  | 'regex'
  | 'person'
  | 'did'
  | 'note'
  | 'speaker'
  | 'work'
  | 'numbers'
  | 'uneven'
  | 'finding'
>

export function soughtOf(filter: Filter): Sought {
  const {
    text,
    in: where,
    matchCase,
    wholeWord,
    regex,
    person,
    did,
    note,
    speaker,
    work,
    numbers,
    uneven,
    finding,
  } = filter
  return { text, in: where, matchCase, wholeWord, regex, person, did, note, speaker, work, numbers, uneven, finding }
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
