import { db } from '../db'
import type { Actor } from './actor'
import { type ChangeKeysInput, KeyMaps } from './key-maps'

/** Keeps this person's own keys for one mode; those of the other modes stay as they are. */
export async function changeKeys(actor: Actor, { mode, keys }: ChangeKeysInput): Promise<KeyMaps> {
  return await db.$transaction(async (tx) => {
    // Two windows that change two modes at once must not undo each other.
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE "id" = ${actor.userId}::uuid FOR UPDATE`
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { keys: true } })
    const maps = { ...readMaps(user.keys), [mode]: keys }
    await tx.user.update({ where: { id: actor.userId }, data: { keys: maps } })
    return maps
  })
}

/** This person's own keys in every mode. */
export async function getKeys(actor: Actor): Promise<KeyMaps> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { keys: true } })
  return readMaps(user.keys)
}

/** What an older version wrote and this one cannot read counts as the standard keys: keys never stop a person from working. */
function readMaps(kept: unknown): KeyMaps {
  const maps = KeyMaps.safeParse(kept)
  return maps.success ? maps.data : {}
}
