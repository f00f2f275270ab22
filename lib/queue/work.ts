/** What workers do: the one table from a kind of job or errand to the command that does it. */
import { z } from 'zod'
import { purgeDeleted } from '../administration/purge-deleted'
import { RealignInput } from '../alignment/input'
import { realign } from '../alignment/realign'
import { keepRetention, sealAudit } from '../audit/seal'
import { addSide } from '../document/add-side'
import { createDocument } from '../document/create-document'
import { AddSideInput, CreateInput } from '../document/input'
import { refreshFindings } from '../finding/refresh-findings'
import { send } from '../jobs/boss'
import type { ErrandKind, JobKind } from '../jobs/kinds'
import type { JobGiven, JobHandler, Run } from '../jobs/run-job'
import type { ErrandHandler } from '../jobs/worker'
import { announceDeeds } from '../webhook/announce'
import { deliver } from '../webhook/deliver'
import { exportForJob } from './export-for-job'
import { forgetFiles } from './take-file'

type Saving = { onProgress: Run['onProgress']; signal: AbortSignal; onSaved: SavedHook }

type SavedHook = (tx: Parameters<Run['finish']>[0], saved: { documentId: string; segments: number }) => Promise<void>

/** The new document, the end of the job and the errand to check it are one transaction. */
function hooksOf({ projectId }: JobGiven, { onProgress, signal, finish }: Run): Saving {
  return {
    onProgress,
    signal,
    async onSaved(tx, saved) {
      await send(tx, 'findings.refresh', { projectId, documentId: saved.documentId })
      await finish(tx, saved)
    },
  }
}

function withFiles({ input, files, projectId }: JobGiven) {
  return { ...(input as object), projectId, files }
}

export const JOBS: Record<JobKind, JobHandler> = {
  'document.create': (actor, job, run) => createDocument(actor, CreateInput.parse(withFiles(job)), hooksOf(job, run)),
  'document.export': exportForJob,
  'alignment.realign': (actor, { input, projectId }, { onProgress, signal, finish }) =>
    realign(actor, RealignInput.parse({ ...(input as object), projectId }), {
      onProgress: (share) => onProgress('aligning', share),
      signal,
      onDone: finish,
    }),
  'document.add-side': (actor, job, run) => addSide(actor, AddSideInput.parse(withFiles(job)), hooksOf(job, run)),
}

const Place = z.object({ projectId: z.uuid(), documentId: z.uuid() })

export const ERRANDS: Record<ErrandKind, ErrandHandler> = {
  'findings.refresh': async (data) => {
    await refreshFindings(Place.parse(data))
  },
  'webhook.deliver': (data, signal) => deliver(data, signal),
}

const HOUR = 3_600_000
let keptAt = 0

/** What was deleted goes when its time is up, files nobody fetched, and then what the log may tell no longer. */
async function forgetHourly() {
  if (Date.now() - keptAt < HOUR) return
  keptAt = Date.now()
  await purgeDeleted()
  await forgetFiles()
  await keepRetention()
}

/** What every worker sees to every few seconds, beside the jobs. */
export const ROUNDS = [sealAudit, announceDeeds, forgetHourly]
