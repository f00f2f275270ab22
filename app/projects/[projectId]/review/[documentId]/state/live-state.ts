/** What the screen knows of others: who is here, what they changed a moment ago, whom one would disturb. */
import type { Side } from '@/lib/bitext/text'
import type { Change, Person } from '@/lib/live/message'
import { type Cell, type Cells, cell, cells } from './cell'

export type Connection = 'opening' | 'live' | 'lost' | 'ended'

/** Somebody edits the text in which this person has begun to type. */
export type Asked = {
  segmentId: number
  side: Side
  who: Person
  /** The key was held back. What an input method composes cannot be, and must not lose the focus. */
  held: boolean
}

export type Live = {
  /** Tells the tabs of one person apart. */
  tab: string
  connection: Cell<Connection>
  /** Everyone else, each person once, whatever number of tabs they have open. */
  people: Cell<readonly Person[]>
  /** Those who stand on a segment. */
  at: Cells<number, readonly Person[]>
  /** Segments others changed a moment ago, with the time. */
  fresh: Cells<number, number>
  /** Who changed the text of a side last, as far as it was told. */
  changedBy: Cells<string, string>
  asked: Cell<Asked | null>
  /** Sides this person has taken over, or goes on with knowingly. */
  mayType: Set<string>
  /** Sides somebody has taken over from this person, with the time. */
  yielded: Map<string, string>
  /** For the screen reader: what happened on the row a person works on. */
  said: Cell<string>
  /** Other parts of the screen that show what changes. */
  listeners: Set<(change: Change) => void>
}

export function openLive(): Live {
  return {
    tab: newTab(),
    connection: cell<Connection>('opening'),
    people: cell<readonly Person[]>([]),
    at: cells(),
    fresh: cells(),
    changedBy: cells(),
    asked: cell<Asked | null>(null),
    mayType: new Set(),
    yielded: new Map(),
    said: cell(''),
    listeners: new Set(),
  }
}

/** crypto.randomUUID is missing where the page came over plain HTTP from another machine. */
export function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
