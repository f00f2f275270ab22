import type { Prisma, Transaction } from '../db'
import { send } from './boss'
import type { JobKind } from './kinds'

export type GivenFile = { side?: 'zh' | 'en' | undefined; fileName: string; address: string; bytes: Uint8Array }

export type NewJob = {
  projectId: string
  memberId: string
  /** The browser it is asked from. */
  sessionId: string | null
  kind: JobKind
  title: string
  input: Prisma.InputJsonObject
  files?: GivenFile[]
}

/** Writes a job down and sends it off, both or neither. The right to ask for it is already checked, and `readyToSend()` awaited. */
export async function startJob(tx: Transaction, { files = [], ...job }: NewJob): Promise<{ jobId: string }> {
  const { id } = await tx.job.create({ data: job, select: { id: true } })
  for (const [number, file] of files.entries()) {
    await tx.jobFile.create({
      data: {
        jobId: id,
        number,
        side: file.side ?? null,
        fileName: file.fileName,
        address: file.address,
        bytes: Uint8Array.from(file.bytes),
      },
      select: { id: true },
    })
  }
  await send(tx, job.kind, { jobId: id })
  return { jobId: id }
}
