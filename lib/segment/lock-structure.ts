/** One change of the rows of a document at a time: which rows there are, in which order, and which texts stand in them. */
import type { Transaction } from '../db'

/**
 * Held to the end of the transaction. Taken before any row, and rows before their document, so that no two commands ever
 * wait for each other. Edits of a text need no such lock: they change one row and are noticed by its version.
 */
export async function lockStructure(tx: Transaction, documentId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${documentId}, 0))`
}
