/**
 * Everything that hangs on a row and has to go along when its text moves to another one. Who adds a table with a
 * "segmentId" adds it here, or to the tables that stay; a test compares the two lists with the database.
 */
export type Traveller = {
  table: string
  /** marks: columns zhFrom, zhTo, enFrom, enTo. side: a column "side" says which text it is about. */
  by: 'marks' | 'side'
  /** Rows of the table that are moved; others follow by themselves. */
  only?: string
}

export const TRAVELLERS: readonly Traveller[] = [
  { table: 'Discrepancy', by: 'marks' },
  // Answers follow their thread, and the thread of a note follows the note, by triggers of theirs.
  { table: 'Comment', by: 'marks', only: '"threadId" IS NULL AND "discrepancyId" IS NULL' },
  { table: 'Suggestion', by: 'side' },
]

/** Histories belong to the row that had them, also when it is gone; what is computed from its texts is computed anew. */
export const STAYERS: readonly string[] = [
  'Revision',
  'Transition',
  'Acceptance',
  'BatchRow',
  'EditionRow',
  'CheckedRow',
  'Finding',
  'Dismissal',
  'FindingOutcome',
  'MemorySign',
]
