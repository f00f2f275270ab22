import type { Actor } from '../auth/actor'
import { db } from '../db'
import { exportDocument } from '../edition/export-document'
import { exportEdition } from '../edition/export-edition'
import { AskExportInput, ExportEditionInput } from '../edition/input'
import type { JobHandler } from '../jobs/run-job'

/** A file of a hundred megabytes takes a while to be laid down. */
const LONG = { timeout: 120_000, maxWait: 10_000 }

/** Writes the file somebody asked for; laying it down and the end of the job are one transaction. */
export const exportForJob: JobHandler = async (actor: Actor, { jobId, projectId, input: asked }, run) => {
  const input = AskExportInput.parse({ ...(asked as object), projectId })
  const { signal, onProgress, finish } = run
  const hooks = { signal, onProgress }
  const { fileName, mediaType, body } = input.number
    ? await exportEdition(actor, ExportEditionInput.parse(input), hooks)
    : await exportDocument(actor, input, hooks)
  signal.throwIfAborted()
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body)
  const told = { fileName, size: bytes.length }
  await db.$transaction(async (tx) => {
    await tx.jobOutput.deleteMany({ where: { jobId } })
    await tx.jobOutput.create({ data: { jobId, projectId, fileName, mediaType, bytes }, select: { jobId: true } })
    await finish(tx, told)
  }, LONG)
  return told
}
