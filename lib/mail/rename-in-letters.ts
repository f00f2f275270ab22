import type { Prisma, Transaction } from '../db'

/**
 * Letters to a person who is forgotten go; in letters to others that still wait to be sent their name becomes another. What was
 * sent or given up and names them goes too: it was only kept for a while to look at.
 */
export async function renameInLetters(
  tx: Transaction,
  { email, name }: { email: string; name: string },
  to: string,
): Promise<void> {
  await tx.letter.deleteMany({ where: { to: email } })
  const naming = await tx.$queryRaw<{ id: bigint; data: Prisma.JsonValue; over: boolean }[]>`
    SELECT "id", "data", "doneAt" IS NOT NULL OR "failedAt" IS NOT NULL AS over FROM "Letter"
    WHERE position(${JSON.stringify(name).slice(1, -1)} in "data"::text) > 0 FOR UPDATE`
  for (const { id, data, over } of naming) {
    if (over) await tx.letter.delete({ where: { id } })
    else await tx.letter.update({ where: { id }, data: { data: renamed(data, name, to) as Prisma.InputJsonObject } })
  }
}

/** A Latin name ends where the word ends: a letter to somebody about "Annex" is not about Ann. */
function renamed(value: Prisma.JsonValue, name: string, to: string): unknown {
  if (typeof value === 'string') return value.replace(wordsOf(name), to)
  if (Array.isArray(value)) return value.map((one) => renamed(one, name, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one ?? null, name, to)]))
}

function wordsOf(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${/^\w/.test(name) ? '\\b' : ''}${plain}${/\w$/.test(name) ? '\\b' : ''}`, 'g')
}
