/**
 * Sends what waits in the outbox. Each letter is taken by one sender for a while (SKIP LOCKED), so several may work side by
 * side, and one that dies leaves its letter to the others. At least once: who dies between sending and noting it sends twice.
 */
import { db } from '../db'
import type { Mail } from './layout'
import { compose, type WaitingLetter } from './letters'

export type Send = (mail: Mail) => Promise<unknown>

const CLAIM_MINUTES = 5
/** When a mail server does not answer: after 1, 2, 4 … minutes, up to about four days in all. */
const MOST_TRIES = 12
const KEPT_DAYS = 30
const MINUTE_MS = 60_000

type Claimed = WaitingLetter & { id: bigint; tries: number }

/** Until nothing is due; answers how many were sent. */
export async function deliverDue(send: Send): Promise<number> {
  let sent = 0
  for (let letter = await claim(); letter; letter = await claim()) {
    if (await deliver(letter, send)) sent += 1
  }
  return sent
}

async function claim(): Promise<Claimed | null> {
  const [letter] = await db.$queryRaw<Claimed[]>`
    UPDATE "Letter" SET "tries" = "tries" + 1, "claimedUntil" = now() + make_interval(mins => ${CLAIM_MINUTES}::int)
    WHERE "id" = (
      SELECT "id" FROM "Letter"
      WHERE "doneAt" IS NULL AND "failedAt" IS NULL AND "dueAt" <= now() AND ("claimedUntil" IS NULL OR "claimedUntil" < now())
      ORDER BY "dueAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "kind", "to", "data", "tries"`
  return letter ?? null
}

async function deliver(letter: Claimed, send: Send): Promise<boolean> {
  try {
    const mail = await compose(letter)
    if (mail) await send(mail)
    await db.letter.update({ where: { id: letter.id }, data: { doneAt: new Date(), claimedUntil: null, problem: '' } })
    return mail !== null
  } catch (error) {
    await putOff(letter, error)
    return false
  }
}

async function putOff({ id, tries }: Claimed, error: unknown): Promise<void> {
  const over = tries >= MOST_TRIES || isFinal(error)
  await db.letter.update({
    where: { id },
    data: {
      claimedUntil: null,
      problem: (error instanceof Error ? error.message : String(error)).replace(/\p{Cc}+/gu, ' ').slice(0, 300),
      dueAt: new Date(Date.now() + 2 ** (tries - 1) * MINUTE_MS),
      ...(over && { failedAt: new Date() }),
    },
  })
}

/** RFC 5321: a code of 5xx means that trying again will not help, 4xx that it may. Of the letter alone: a wrong password of ours may be mended. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}

/** Letters long done are forgotten; the address in them is a person's. */
export async function forgetOldLetters(): Promise<void> {
  const before = new Date(Date.now() - KEPT_DAYS * 24 * 60 * MINUTE_MS)
  await db.letter.deleteMany({ where: { OR: [{ doneAt: { lt: before } }, { failedAt: { lt: before } }] } })
}
