import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { findSame, joinEntries, type RegisterEntry } from '../bitext/register'
import { db, type Transaction } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { touchTerms } from '../termbase/touch-terms'
import type { TakeEntriesInput } from './input'
import { readRegister } from './read-register'
import { compareEntries, writeEntries } from './write-entries'

export type Taken = { fresh: number; changed: number }

/** Takes what a document names into the register: new entries come, known ones gain forms and titles; nothing is taken out. */
export async function takeEntries(actor: Actor, { projectId, documentId, entries }: TakeEntriesInput): Promise<Taken> {
  const member = await requireMember(actor, projectId, 'register.manage')
  return await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const document = await tx.document.count({ where: { id: documentId, projectId, deletedAt: null } })
    if (document === 0) throw new AppError('not-found', 'not-found')
    const taken = await addToRegister(tx, { projectId, memberId: member.id }, entries)
    await record(tx, actor, projectId, 'register.take', documentId, taken)
    return taken
  })
}

type More = Omit<RegisterEntry, 'id' | 'note'>

/** Each joins the entry of the same thing, or comes anew. Whoever calls has asked who may, and holds the termbase's lock. */
export async function addToRegister(
  tx: Transaction,
  place: { projectId: string; memberId: string },
  entries: readonly More[],
): Promise<Taken> {
  const known = await readRegister(place.projectId, tx)
  const all = new Map(known.map((entry) => [entry.id, entry]))
  for (const [at, entry] of entries.entries()) {
    const same = findSame([...all.values()], entry)
    const titles = entry.kind === 'person' ? entry.titles : []
    const one = same
      ? joinEntries(same, { ...entry, titles, note: '' })
      : { ...entry, titles, note: '', id: `new ${at}` }
    all.set(one.id, one)
  }
  const plan = compareEntries(known, [...all.values()])
  await writeEntries(tx, place, plan)
  return { fresh: plan.fresh.length, changed: plan.changed.length }
}
