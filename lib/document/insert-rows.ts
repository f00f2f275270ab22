/** Puts new rows into a document. */
import type { Transaction } from '../db'
import { namesOf, type SegmentColumn, typesOf } from '../segment/json-columns'
import type { Row } from './rows'

/** `position` and `enOrder` are their places in the document. */
export type NewRow = Row & { position: number; enOrder: number }

const COLUMNS = [
  'position',
  'enOrder',
  'kind',
  'label',
  'turn',
  'speakerZh',
  'speakerEn',
  'zhParagraph',
  'enParagraph',
  'zh',
  'en',
  'zhTail',
  'enTail',
  'confidence',
  'moved',
  'locked',
  'status',
] as const satisfies readonly (keyof NewRow & SegmentColumn)[]

/** What one statement takes: a matter of memory, on both sides. */
const ROWS_AT_ONCE = 2_000
const CHARACTERS_AT_ONCE = 4_000_000

type Home = { projectId: string; documentId: string }

/**
 * In the order of the list, some thousands at a time; `told` hears how many are written. The rows go over as one value:
 * a statement with a parameter for each cell takes longer to make than to run.
 */
export async function insertRows(tx: Transaction, home: Home, rows: readonly NewRow[], told?: (done: number) => void) {
  const { projectId, documentId } = home
  for (let from = 0; from < rows.length; ) {
    const to = endOfSlice(rows, from)
    const records = JSON.stringify(rows.slice(from, to))
    await tx.$executeRaw`
      INSERT INTO "Segment" ("projectId", "documentId"${namesOf(COLUMNS)})
      SELECT ${projectId}::uuid, ${documentId}::uuid${namesOf(COLUMNS, 'x.')}
      FROM ROWS FROM (json_to_recordset(${records}::json) AS ("id" int${typesOf(COLUMNS)})) WITH ORDINALITY x ORDER BY x."ordinality"`
    told?.(to)
    from = to
  }
}

function endOfSlice(rows: readonly NewRow[], from: number): number {
  let to = from
  for (let length = 0; to < rows.length && to - from < ROWS_AT_ONCE; to++) {
    const { zh, en, zhTail, enTail } = rows[to]!
    length += zh.length + en.length + zhTail.length + enTail.length
    if (length > CHARACTERS_AT_ONCE && to > from) break
  }
  return to
}
