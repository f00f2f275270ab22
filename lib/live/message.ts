/** What an open document is told. Shared by the server, which writes it, and the browser, which reads it. */
import type { MemberRole } from '../auth/roles'
import type { Side } from '../bitext/text'
import type { SegmentRow } from '../segment/queries'

/**
 * `structure`: rows came, went or moved · `text`: words of a segment · `row`: its status, flags or pairing ·
 * the others: rows of the table of that name.
 */
export type ChangeKind =
  | 'structure'
  | 'text'
  | 'row'
  | 'discrepancy'
  | 'assignment'
  | 'alignment'
  | 'comment'
  | 'suggestion'
  | 'acceptance'
  | 'finding'
  | 'term'

/** A place in the stream of all changes: everything up to it has been told. Only the database can read it. */
export type Cursor = string

export type Change = {
  kinds: ChangeKind[]
  /** null: the whole document, or more rows than are worth naming. */
  ids: number[] | null
  /** Who last changed the words of a segment, as far as is known. */
  by: Record<number, { memberId: string; name: string }>
  /** The changed rows as they are now, where they are few. A row of `ids` that is not here has to be fetched. */
  rows: SegmentRow[]
}

/** Someone who has the document open. One person may be here in several tabs. */
export type Person = {
  tab: string
  memberId: string
  name: string
  segmentId: number | null
  side: Side | null
  /** Has typed words there that are not saved. */
  editing: boolean
}

export type LiveMessage =
  /** A sign of life that moves the cursor on. */
  | { type: 'at'; cursor: Cursor }
  | ({ type: 'change'; cursor: Cursor } & Change)
  /** Too much has changed, or it is not known what: everything is to be fetched anew. */
  | { type: 'reload'; cursor: Cursor }
  | { type: 'people'; people: Person[] }
  /** Someone else goes on with the text this tab was editing. */
  | { type: 'taken-over'; segmentId: number; side: Side; by: string }
  /** This person may now do other things in the project. */
  | { type: 'role'; role: MemberRole }
  /** `renew`: ask again at once, so that the session is looked at; `access`: nothing more will be told. */
  | { type: 'ended'; reason: 'renew' | 'access' }

/** Rows are sent along up to this number; beyond it each screen fetches those it shows. */
export const MOST_ROWS_SENT = 20
