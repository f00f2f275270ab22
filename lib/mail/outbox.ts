/**
 * Letters to be sent, written down in the transaction of the deed they tell of: neither exists without the other.
 * A letter says what it is about; its words, and the secrets of its links, are made when it is sent.
 */
import type { Prisma, Transaction } from '../db'

export type LetterKind = 'reset' | 'invitation' | 'notices'

export async function sendLater(
  tx: Transaction,
  kind: LetterKind,
  to: string,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.letter.create({ data: { kind, to, data }, select: { id: true } })
}
