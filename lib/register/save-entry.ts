import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { touchTerms } from '../termbase/touch-terms'
import type { SaveEntryInput } from './input'
import { titleRows, writeEntries } from './write-entries'

/** Keeps a new entry of the register, or a changed one as a whole. Only people have titles. */
export async function saveEntry(actor: Actor, input: SaveEntryInput): Promise<{ entryId: string; version: number }> {
  const { projectId, entryId, seenVersion, ...said } = input
  const member = await requireMember(actor, projectId, 'register.manage')
  const entry = { ...said, titles: said.kind === 'person' ? said.titles : [] }
  return await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const id = entryId ?? (await addEntry(tx, { projectId, memberId: member.id }, entry))
    if (entryId) await changeEntry(tx, { projectId, memberId: member.id, entryId, seenVersion }, entry)
    const forms = [...entry.zh, ...entry.en]
    await record(tx, actor, projectId, entryId ? 'register.change' : 'register.add', id, { kind: entry.kind, forms })
    return { entryId: id, version: entryId ? seenVersion + 1 : 1 }
  })
}

type Entry = Pick<SaveEntryInput, 'kind' | 'zh' | 'en' | 'titles' | 'note'>

async function addEntry(
  tx: Transaction,
  place: { projectId: string; memberId: string },
  entry: Entry,
): Promise<string> {
  const [id] = await writeEntries(tx, place, { fresh: [{ id: '', ...entry }], changed: [] })
  return id!
}

type Seen = { projectId: string; memberId: string; entryId: string; seenVersion: number }

async function changeEntry(tx: Transaction, seen: Seen, { titles, ...entry }: Entry): Promise<void> {
  const { projectId, memberId, entryId: id, seenVersion: version } = seen
  const { count } = await tx.registerEntry.updateMany({
    where: { id, projectId, version },
    data: { ...entry, memberId, changedAt: new Date(), version: { increment: 1 } },
  })
  if (count === 0) {
    const here = await tx.registerEntry.count({ where: { id, projectId } })
    throw here > 0 ? new AppError('conflict', 'changed-meanwhile') : new AppError('not-found', 'not-found')
  }
  await tx.registerTitle.deleteMany({ where: { entryId: id, entry: { projectId } } })
  await tx.registerTitle.createMany({ data: titleRows({ id, titles }) })
}
