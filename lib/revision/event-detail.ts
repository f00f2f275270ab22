/** What an entry of a document's timeline tells, by its kind. */
import type { HandOverAct } from '../assignment/rules'
import type { Side } from '../bitext/text'
import type { RecordedAct } from '../discrepancy/rules'
import type { SegmentStatus, StaleVerdict } from '../segment/rules'

export type EventDetail =
  | { is: 'text'; side: Side; kind: string; author: string | null; before: string | null; after: string | null }
  | { is: 'status'; from: SegmentStatus; to: SegmentStatus; verdict: StaleVerdict | null; reason: string }
  | { is: 'discrepancy'; did: 'raise' | RecordedAct; number: number; reason: string }
  | {
      is: 'suggestion'
      did: 'suggest' | 'accept' | 'reject' | 'withdraw'
      side: Side
      base: string
      text: string
      reason: string
    }
  | { is: 'acceptance'; side: Side; undo: boolean }
  | { is: 'alignment'; kind: string; undone: boolean }
  | { is: 'assignment'; did: 'assign' | 'finish' | HandOverAct; from: string | null; to: string | null }
  | { is: 'comment'; did: 'write' | 'resolve'; body: string }
  | { is: 'edition'; number: number; changes: number; note: string; reason: string }
  | ActOnMany

/** An act on many rows, as one entry with what takes it back. */
export type ActOnMany = {
  is: 'batch'
  batchId: string
  act: 'status' | 'replace' | 'accept' | 'reject'
  to: SegmentStatus | null
  text: string | null
  replacement: string | null
  undone: boolean
  mayUndo: boolean
}
