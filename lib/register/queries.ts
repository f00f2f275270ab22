/** What screens show of the register. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { EntryKind, RegisterEntry } from '../bitext/register'
import { db, Prisma } from '../db'
import type { ListEntriesInput } from './input'
import { ENTRY_COLUMNS, entryOf } from './read-register'

export type EntryRow = RegisterEntry & { version: number; changedAt: string; by: string }

export type EntryPage = {
  entries: EntryRow[]
  /** Of those sought. */
  total: number
  all: number
  /** How many of each kind there are in all. */
  kinds: Partial<Record<EntryKind, number>>
}

export const ENTRIES_A_PAGE = 50

/** A page of entries, the last changed first; `search` is sought in every form, title and note. */
export async function listEntries(actor: Actor, input: ListEntriesInput): Promise<EntryPage> {
  const { projectId, search = '', kind = null, skip = 0 } = input
  await requireMember(actor, projectId, 'project.read')
  const ids = search.trim() === '' ? null : await idsHolding(projectId, search.trim())
  const where = { projectId, ...(kind && { kind }), ...(ids && { id: { in: ids } }) }
  const [counts, total, rows] = await Promise.all([
    db.registerEntry.groupBy({ by: ['kind'], where: { projectId }, _count: true }),
    db.registerEntry.count({ where }),
    db.registerEntry.findMany({
      where,
      orderBy: [{ changedAt: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
      skip,
      take: ENTRIES_A_PAGE,
      select: {
        ...ENTRY_COLUMNS,
        version: true,
        changedAt: true,
        member: { select: { user: { select: { name: true } } } },
      },
    }),
  ])
  const entries = rows.map(({ changedAt, member, ...row }) => ({
    ...entryOf(row),
    changedAt: changedAt.toISOString(),
    by: member.user.name,
  }))
  const kinds = Object.fromEntries(counts.map((one) => [one.kind, one._count]))
  return { entries, total, all: counts.reduce((sum, one) => sum + one._count, 0), kinds }
}

async function idsHolding(projectId: string, words: string): Promise<string[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const holds = Prisma.sql`array_to_string(e."zh" || e."en", ' | ') || ' | ' || e."note" ILIKE ${pattern}`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "RegisterEntry" e
    WHERE e."projectId" = ${projectId}::uuid AND (${holds} OR EXISTS (
      SELECT 1 FROM "RegisterTitle" t WHERE t."entryId" = e."id" AND array_to_string(t."zh" || t."en", ' | ') ILIKE ${pattern}))`
  return rows.map(({ id }) => id)
}
