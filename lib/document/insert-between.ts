/**
 * Puts new rows between rows that stay where they are. Ranges of assignments keep covering the same rows.
 * For documents that had one side: their rows stand in the order of its text, so the English stands where its row does.
 */
import type { Transaction } from '../db'
import { insertRows } from './insert-rows'
import type { Row } from './rows'
import { POSITION_STEP } from './write-document'

type Home = { projectId: string; documentId: string }

/** `afterId` null: before the first row. */
export async function insertBetween(tx: Transaction, home: Home, groups: { afterId: number | null; rows: Row[] }[]) {
  for (const { afterId, rows } of groups) {
    const start = afterId === null ? 0 : await positionOf(tx, afterId)
    const next = await tx.segment.findFirst({
      where: { documentId: home.documentId, position: { gt: start } },
      orderBy: { position: 'asc' },
      select: { position: true },
    })
    const needed = rows.length + 1
    const gap = (next?.position ?? Number.POSITIVE_INFINITY) - start
    if (gap < needed) await makeRoom(tx, home, start, needed * POSITION_STEP)
    const step = Math.max(
      1,
      Math.floor(Math.min(gap < needed ? needed * POSITION_STEP : gap, POSITION_STEP * needed) / needed),
    )
    const placed = rows.map((row, index) => {
      const position = start + (index + 1) * step
      return { ...row, position, enOrder: position }
    })
    await insertRows(tx, home, placed)
  }
}

async function positionOf(tx: Transaction, id: number): Promise<number> {
  const { position } = await tx.segment.findUniqueOrThrow({ where: { id }, select: { position: true } })
  return position ?? 0
}

/** Order of the English included: where rows are put between rows, it is theirs. */
async function makeRoom(tx: Transaction, { documentId }: Home, after: number, room: number) {
  await tx.$executeRaw`
    UPDATE "Segment" SET "position" = "position" + ${room}, "enOrder" = "position" + ${room}
    WHERE "documentId" = ${documentId}::uuid AND "position" > ${after}`
  await tx.$executeRaw`
    UPDATE "Assignment" SET "toPosition" = "toPosition" + ${room},
      "fromPosition" = CASE WHEN "fromPosition" > ${after} THEN "fromPosition" + ${room} ELSE "fromPosition" END
    WHERE "documentId" = ${documentId}::uuid AND "toPosition" > ${after}`
}
