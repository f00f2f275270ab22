/** The register as values, for the checks, for the aligner and for files. */
import { ENTRY_KINDS, type RegisterEntry } from '../bitext/register'
import { db, type Transaction } from '../db'

export const ENTRY_COLUMNS = {
  id: true,
  kind: true,
  zh: true,
  en: true,
  note: true,
  titles: { orderBy: { place: 'asc' as const }, select: { zh: true, en: true } },
} as const

/** What a row of the table is in the library's words. */
export function entryOf<Row extends Omit<RegisterEntry, 'kind'> & { kind: string }>(
  row: Row,
): Omit<Row, 'kind'> & { kind: RegisterEntry['kind'] } {
  return { ...row, kind: ENTRY_KINDS.find((one) => one === row.kind) ?? 'person' }
}

/** All entries of a project, in the order they came. For the work behind the screens: whoever calls has asked who may. */
export async function readRegister(projectId: string, tx: Transaction = db): Promise<RegisterEntry[]> {
  const rows = await tx.registerEntry.findMany({
    where: { projectId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: ENTRY_COLUMNS,
  })
  return rows.map(entryOf)
}
