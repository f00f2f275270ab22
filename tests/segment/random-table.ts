/** What the hands of the random operations share: the document, what was acknowledged, and chance that can be repeated. */
import type { Actor } from '../../lib/auth/actor'
import { db } from '../../lib/db'
import type { World } from '../support/world'

export type Table = {
  w: World
  documentId: string
  acknowledged: { segmentId: number; side: 'zh' | 'en'; text: string; version: number }[]
  batches: { actor: Actor; batchId: string }[]
  done: Map<string, number>
  refused: Map<string, number>
  marks: number
}

export type Hand = { actor: Actor; role: 'manager' | 'reviser' | 'translator' | 'reviewer'; random: () => number }

/** false: there was nothing to do. */
export type Act = (table: Table, hand: Hand) => Promise<boolean>

export async function liveRows({ documentId }: Table) {
  return await db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })
}

export async function someRow(table: Table, hand: Hand) {
  return pick(hand, await liveRows(table))
}

export function pick<Value>({ random }: Hand, from: readonly Value[]): Value {
  return from[Math.floor(random() * from.length)]!
}

export function count(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** A sign that is written once and never again, to see what becomes of it. No cut goes through it. */
export function newMark(table: Table): string {
  return String.fromCodePoint(0x20000 + ++table.marks)
}

export function marksIn(text: string): string[] {
  return text.match(/[\u{20000}-\u{2A6DF}]/gu) ?? []
}

/** mulberry32: the same numbers from the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
