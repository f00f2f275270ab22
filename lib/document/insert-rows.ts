/** Puts new rows into a document. */
import { Prisma, type Transaction } from '../db'
import type { Row } from './rows'

/** `position` and `enOrder` are their places in the document. */
export type NewRow = Row & { position: number; enOrder: number }

/** As they are in a JSON record. */
const COLUMNS = {
  position: 'int',
  enOrder: 'int',
  kind: 'text',
  label: 'bool',
  turn: 'int',
  speakerZh: 'text',
  speakerEn: 'text',
  zhParagraph: 'int',
  enParagraph: 'int',
  zh: 'text',
  en: 'text',
  zhTail: 'text',
  enTail: 'text',
  confidence: 'float8',
  moved: 'bool',
  locked: 'bool',
  status: '"SegmentStatus"',
} as const satisfies Record<keyof NewRow, string>

const NAMES = Object.keys(COLUMNS) as (keyof NewRow)[]

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
  const names = (of: string) => Prisma.raw(NAMES.map((name) => `${of}"${name}"`).join(', '))
  const typed = Prisma.raw(NAMES.map((name) => `"${name}" ${COLUMNS[name]}`).join(', '))
  for (let from = 0; from < rows.length; ) {
    const to = endOfSlice(rows, from)
    const records = JSON.stringify(rows.slice(from, to))
    await tx.$executeRaw`
      INSERT INTO "Segment" ("projectId", "documentId", ${names('')})
      SELECT ${projectId}::uuid, ${documentId}::uuid, ${names('x.')}
      FROM ROWS FROM (json_to_recordset(${records}::json) AS (${typed})) WITH ORDINALITY x ORDER BY x."ordinality"`
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
