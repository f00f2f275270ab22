import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { type Exported, exportDocument } from '../edition/export-document'
import { exportEdition } from '../edition/export-edition'
import { type AskExportInput, ExportEditionInput } from '../edition/input'
import { AppError } from '../errors'
import { readyToSend } from '../jobs/boss'
import { startJob } from '../jobs/start-job'
import { ROWS_EXPORTED_AT_ONCE } from './rules'

export type AskedExport = { file: Exported } | { jobId: string }

/** A document, or an edition of it, as a file: at once, or where it is long by a worker, who leaves it to be fetched. */
export async function askExport(
  actor: Actor,
  input: AskExportInput,
  atOnce = ROWS_EXPORTED_AT_ONCE,
): Promise<AskedExport> {
  const { projectId, documentId, number } = input
  const member = await requireMember(actor, projectId, 'document.export')
  const { rows, title } = await measure({ projectId, documentId, number })
  if (rows <= atOnce)
    return {
      file: number
        ? await exportEdition(actor, ExportEditionInput.parse(input))
        : await exportDocument(actor, { ...input, projectId, documentId }),
    }
  await readyToSend()
  const job = {
    ...{ projectId, memberId: member.id, sessionId: actor.sessionId ?? null },
    ...{ kind: 'document.export' as const, title: number ? `${title} ${number}` : title, input },
  }
  return await db.$transaction((tx) => startJob(tx, job))
}

type Place = { projectId: string; documentId: string; number?: number | undefined }

async function measure({ projectId, documentId, number }: Place): Promise<{ rows: number; title: string }> {
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, ...(number === undefined && { deletedAt: null }) },
    select: { title: true, editions: { where: { number: number ?? 0 }, select: { rows: true } } },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const { title, editions } = document
  if (number !== undefined) return { rows: editions[0]?.rows ?? 0, title }
  return { rows: await db.segment.count({ where: { projectId, documentId, position: { not: null } } }), title }
}
