import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { AppError } from '../errors'
import type { JobInput } from './input'
import { FILE_DAYS } from './rules'

const DAY_MS = 24 * 60 * 60_000

export type TakenFile = { fileName: string; mediaType: string; bytes: Uint8Array }

/** The file a job of one's own has written, or anyone's as a manager. Whoever has it need not be told of it any more. */
export async function takeFile(actor: Actor, { projectId, jobId }: JobInput): Promise<TakenFile> {
  const { id: memberId, role } = await requireMember(actor, projectId, 'document.export')
  const job = { projectId, ...(!can(role, 'project.manage') && { memberId }) }
  const file = await db.jobOutput.findFirst({
    where: { jobId, projectId, job },
    select: { fileName: true, mediaType: true, bytes: true },
  })
  if (!file) throw new AppError('not-found', 'file-gone')
  await db.notice.updateMany({
    where: { userId: actor.userId, kind: 'export', subject: jobId, readAt: null },
    data: { readAt: new Date() },
  })
  return file
}

/** Files nobody has to keep any longer. Answers how many went. */
export async function forgetFiles(now = new Date()): Promise<number> {
  const { count } = await db.jobOutput.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - FILE_DAYS * DAY_MS) } },
  })
  return count
}
