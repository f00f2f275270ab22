/** Writes entries of the register, new and changed; whoever calls has asked who may, and holds the termbase's lock. */
import { randomUUID } from 'node:crypto'
import { type RegisterEntry, sameEntry } from '../bitext/register'
import type { Transaction } from '../db'
import { AppError } from '../errors'
import { MOST_ENTRIES } from './input'

export type Written = { fresh: RegisterEntry[]; changed: RegisterEntry[] }

type Place = { projectId: string; memberId: string }

/** Entries with an id of `known` are changed where they differ, those with another id or none come. */
export function compareEntries(
  known: readonly RegisterEntry[],
  wanted: readonly RegisterEntry[],
): Written & { same: number } {
  const byId = new Map(known.map((entry) => [entry.id, entry]))
  const fresh = wanted.filter(({ id }) => !byId.has(id))
  const there = wanted.filter(({ id }) => byId.has(id))
  const changed = there.filter((entry) => !sameEntry(byId.get(entry.id)!, entry))
  return { fresh, changed, same: there.length - changed.length }
}

export async function writeEntries(tx: Transaction, place: Place, { fresh, changed }: Written): Promise<string[]> {
  const { projectId, memberId } = place
  const now = new Date()
  if (fresh.length > 0 && (await tx.registerEntry.count({ where: { projectId } })) + fresh.length > MOST_ENTRIES)
    throw new AppError('invalid', 'register-full')
  const made = fresh.map((entry) => ({ ...entry, id: randomUUID() }))
  await tx.registerEntry.createMany({
    data: made.map(({ titles: _, ...entry }, i) => ({
      ...entry,
      // In the order given.
      createdAt: new Date(now.getTime() + i),
      projectId,
      memberId,
    })),
  })
  for (const { id, titles: _, ...entry } of changed)
    await tx.registerEntry.updateMany({
      where: { id, projectId },
      data: { ...entry, memberId, changedAt: now, version: { increment: 1 } },
    })
  await tx.registerTitle.deleteMany({
    where: { entryId: { in: changed.map(({ id }) => id) }, entry: { projectId } },
  })
  await tx.registerTitle.createMany({ data: [...made, ...changed].flatMap(titleRows) })
  return made.map(({ id }) => id)
}

export function titleRows({ id, titles }: Pick<RegisterEntry, 'id' | 'titles'>) {
  return titles.map(({ zh, en }, place) => ({ entryId: id, place, zh, en }))
}
