import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { decodeText } from '../bitext/intake/decode'
import { findSame, joinEntries, type ReadRegister, type RegisterEntry, readRegisterCsv } from '../bitext/register'
import type { Problem } from '../bitext/text'
import { isStorable } from '../bitext/text/well-formed'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import { touchTerms } from '../termbase/touch-terms'
import { MOST_ENTRIES, type RegisterFileInput } from './input'
import { readRegister } from './read-register'
import { compareEntries, writeEntries } from './write-entries'

export type RegisterPreview =
  | {
      ok: true
      entries: number
      fresh: number
      changed: number
      same: number
      /** The first of what would come or change, as it would be. */
      shown: RegisterEntry[]
    }
  | { ok: false; problems: Problem[] }

const SHOWN = 12

/** What a table holds and what bringing it in would do. Nothing is kept. */
export async function previewRegister(actor: Actor, { projectId, bytes }: RegisterFileInput): Promise<RegisterPreview> {
  await requireMember(actor, projectId, 'register.manage')
  const read = readFile(bytes)
  if (!read.ok) return read
  const { fresh, changed, same } = planFile(await readRegister(projectId), read.entries)
  return {
    ok: true,
    entries: read.entries.length,
    fresh: fresh.length,
    changed: changed.length,
    same,
    shown: [...fresh, ...changed].slice(0, SHOWN),
  }
}

/** Brings a table in: rows with an id of the register replace that entry, others add to the entry of the same thing or come anew. */
export async function importRegister(actor: Actor, { projectId, fileName, bytes }: RegisterFileInput) {
  const member = await requireMember(actor, projectId, 'register.manage')
  const read = readFile(bytes)
  if (!read.ok) throw new AppError('invalid', 'register-file')
  return await db.$transaction(async (tx) => {
    // First, so that no one changes the register between the look and the deed.
    await touchTerms(tx, projectId)
    const plan = planFile(await readRegister(projectId, tx), read.entries)
    await writeEntries(tx, { projectId, memberId: member.id }, plan)
    const counts = { fresh: plan.fresh.length, changed: plan.changed.length, same: plan.same }
    await record(tx, actor, projectId, 'register.import', fileName, counts)
    return counts
  })
}

/** PostgreSQL holds no NUL and no half characters; what has one is no name. */
function readFile(bytes: Uint8Array): ReadRegister {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const read = readRegisterCsv(decoded.text)
  if (!read.ok) return read
  const entries = read.entries.filter(({ zh, en, titles, note }) =>
    [...zh, ...en, ...titles.flatMap((title) => [...title.zh, ...title.en]), note].every(isStorable),
  )
  if (entries.length <= MOST_ENTRIES) return { ...read, entries }
  const message = `A register holds at most ${MOST_ENTRIES} entries.`
  return { ok: false, problems: [{ id: 'register-full', message, values: { most: MOST_ENTRIES } }] }
}

function planFile(known: readonly RegisterEntry[], read: readonly RegisterEntry[]) {
  const ids = new Set(known.map(({ id }) => id))
  const before = new Map(known.map((entry) => [entry.id, entry]))
  const wanted = new Map<string, RegisterEntry>()
  for (const [at, entry] of read.entries()) {
    const same = ids.has(entry.id) ? undefined : findSame([...before.values()], entry)
    const one = same ? joinEntries(wanted.get(same.id) ?? same, entry) : entry
    const id = same?.id ?? (ids.has(entry.id) ? entry.id : `row ${at}`)
    wanted.set(id, { ...one, id })
    // A thing the file names twice comes once.
    before.set(id, { ...one, id })
  }
  const { fresh, changed, same } = compareEntries(known, [...wanted.values()])
  return { fresh, changed, same }
}
