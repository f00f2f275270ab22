/** How sources and rows go into the database. The caller has the transaction. */
import type { Transaction } from '../db'
import type { Hooks } from './align-texts'
import { insertRows } from './insert-rows'
import type { ReadText } from './read-files'
import type { Row } from './rows'

/** Room for splits between two rows; ten halvings before positions have to be spread anew. */
export const POSITION_STEP = 1024

type Home = { projectId: string; documentId: string }

export async function writeSource(
  tx: Transaction,
  home: Home & { memberId: string },
  { file, format, encoding, sha256, intake }: ReadText,
) {
  const { text, side, ...understood } = intake
  await tx.source.create({
    data: {
      ...home,
      side,
      fileName: file.fileName,
      address: file.address,
      format,
      encoding,
      sha256,
      bytes: Uint8Array.from(file.bytes),
      text,
      intake: JSON.parse(JSON.stringify(understood)),
    },
    select: { id: true },
  })
}

export async function writeRows(tx: Transaction, home: Home, rows: Row[], { onProgress, signal }: Hooks) {
  const places = englishPlaces(rows)
  const placed = rows.map((row, index) => ({
    ...row,
    position: (index + 1) * POSITION_STEP,
    enOrder: places[index] * POSITION_STEP,
  }))
  await insertRows(tx, home, placed, (done) => {
    onProgress?.('saving', done / rows.length)
    signal?.throwIfAborted()
  })
}

/** Every row's place in the order of the English, from 1. A row without English stands behind the row before it. */
function englishPlaces(rows: Row[]): number[] {
  let key = -1
  const keyed = rows.map(({ enOrder }, index) => {
    key = enOrder ?? key
    return { index, key, follows: enOrder === null }
  })
  keyed.sort((a, b) => a.key - b.key || Number(a.follows) - Number(b.follows) || a.index - b.index)
  const places = new Array<number>(rows.length)
  keyed.forEach(({ index }, place) => {
    places[index] = place + 1
  })
  return places
}
