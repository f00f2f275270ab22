/** Long exports and alignments are a worker's: what they come to is what they would have come to at once, once, and for who asked. */
import { afterAll, afterEach, expect, test } from 'vitest'
import { realign } from '../../lib/alignment/realign'
import { db } from '../../lib/db'
import { exportDocument } from '../../lib/edition/export-document'
import { publishEdition } from '../../lib/edition/publish-edition'
import { AppError } from '../../lib/errors'
import { closeSender } from '../../lib/jobs/boss'
import { startWorker, type Worker } from '../../lib/jobs/worker'
import { countNotices, listNotices } from '../../lib/notice/queries'
import { askExport } from '../../lib/queue/ask-export'
import { askRealign } from '../../lib/queue/ask-realign'
import { cancelJob } from '../../lib/queue/cancel-job'
import { getJob, listJobs } from '../../lib/queue/queries'
import { retryJob } from '../../lib/queue/retry-job'
import { FILE_DAYS } from '../../lib/queue/rules'
import { forgetFiles, takeFile } from '../../lib/queue/take-file'
import { ERRANDS, JOBS, ROUNDS } from '../../lib/queue/work'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const workers = new Set<Worker>()
afterEach(async () => {
  await Promise.all([...workers].map((worker) => worker.stop()))
  workers.clear()
})
afterAll(closeSender)

async function work(jobs = JOBS) {
  const worker = await startWorker({ jobs, errands: ERRANDS, rounds: ROUNDS, onError: () => {} })
  workers.add(worker)
}

const ROWS: [string, string][] = [
  ['灯塔修好了。', 'The lighthouse is mended.'],
  ['栈桥加固了。', 'The pier is firm.'],
  ['渡船停航了。', 'The ferry is idle.'],
]

/** Any document is long where nothing is done at once. */
const NOTHING = 0

function jobOf(asked: { jobId: string } | { file: unknown } | null): string {
  if (!asked || !('jobId' in asked)) throw new Error('it was done at once')
  return asked.jobId
}

async function ended({ manager, projectId }: World, jobId: string) {
  for (;;) {
    const job = await getJob(manager, { projectId, jobId })
    if (!['waiting', 'running'].includes(job.state)) return job
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

/** Any number may be asked for; the moment it was written stands in some. */
const bare = (body: string | Uint8Array) =>
  (typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)).replace(
    /20\d\d-?\d\d-?\d\dT[\d:.]+Z/g,
    '',
  )

test('a short document is exported at once, and leaves no job', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const asked = { projectId: w.projectId, documentId, format: 'csv', language: 'en' } as const
  expect(await askExport(w.observer, asked)).toMatchObject({ file: { fileName: 'Test document.csv' } })
  expect(await db.job.count({ where: { projectId: w.projectId } })).toBe(0)
})

test.each(['docx', 'tmx', 'csv', 'json', 'html'])(
  '%s: the file a worker writes is the file one gets at once',
  async (format) => {
    const w = await world()
    const { documentId } = await w.document(ROWS)
    const asked = { projectId: w.projectId, documentId, format, language: 'zh' } as const
    await work()
    const jobId = jobOf(await askExport(w.translator, asked, NOTHING))
    const at = { projectId: w.projectId, jobId }
    expect(await ended(w, jobId)).toMatchObject({ state: 'done', title: 'Test document', by: 'translator' })
    const file = await takeFile(w.translator, at)
    const now = await exportDocument(w.translator, asked)
    expect([file.fileName, file.mediaType]).toEqual([now.fileName, now.mediaType])
    if (format === 'docx') expect(file.bytes.subarray(0, 2)).toEqual(new TextEncoder().encode('PK'))
    else expect(bare(file.bytes)).toBe(bare(now.body))
  },
)

test('an edition is written by a worker too, and under its number', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const place = { projectId: w.projectId, documentId, number: 1 }
  await publishEdition(w.manager, { ...place, note: '', overrideReason: 'For the test.' })
  await work()
  const jobId = jobOf(await askExport(w.observer, { ...place, format: 'edition', language: 'en' }, NOTHING))
  expect(await ended(w, jobId)).toMatchObject({ state: 'done', title: 'Test document 1' })
  const { content } = await db.edition.findFirstOrThrow({ where: { documentId } })
  const { bytes } = await takeFile(w.observer, { projectId: w.projectId, jobId })
  expect(new TextDecoder().decode(bytes)).toBe(content)
})

test('who asked is told and takes it; a manager may; to others it is not there; after its time it is gone', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const asked = { projectId: w.projectId, documentId, format: 'csv', language: 'en' } as const
  await work()
  const jobId = jobOf(await askExport(w.translator, asked, NOTHING))
  await ended(w, jobId)
  const at = { projectId: w.projectId, jobId }
  expect(await listNotices(w.translator)).toMatchObject([
    { kind: 'export', subject: jobId, documentTitle: 'Test document', read: false },
  ])
  await expect(takeFile(w.reviser, at)).rejects.toMatchObject({ code: 'not-found' })
  await expect(takeFile(w.stranger, at)).rejects.toMatchObject({ code: 'not-found' })
  const other = await world()
  await expect(takeFile(other.manager, { ...at, projectId: other.projectId })).rejects.toMatchObject({
    code: 'not-found',
  })
  await takeFile(w.manager, at)
  expect(await countNotices(w.translator)).toEqual({ unread: 1 })
  await takeFile(w.translator, at)
  expect(await countNotices(w.translator)).toEqual({ unread: 0 })
  const days = (number: number) => new Date(Date.now() + number * 24 * 60 * 60_000)
  await forgetFiles(days(FILE_DAYS - 1))
  await takeFile(w.translator, at)
  await forgetFiles(days(FILE_DAYS + 1))
  await expect(takeFile(w.translator, at)).rejects.toMatchObject({ problem: 'file-gone' })
})

test('called off before a worker has it, it leaves no file', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const asked = { projectId: w.projectId, documentId, format: 'docx', language: 'en' } as const
  const jobId = jobOf(await askExport(w.translator, asked, NOTHING))
  await expect(cancelJob(w.reviser, { projectId: w.projectId, jobId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await cancelJob(w.translator, { projectId: w.projectId, jobId })).toEqual({ state: 'cancelled' })
  await work()
  const next = jobOf(await askExport(w.translator, asked, NOTHING))
  await ended(w, next)
  expect(await db.jobOutput.findMany({ where: { projectId: w.projectId }, select: { jobId: true } })).toEqual([
    { jobId: next },
  ])
})

test('refused, it says why and is told of; begun again it comes to its end, and the failure is no news any more', async () => {
  const w = await world()
  const { documentId } = await w.document(ROWS)
  const asked = { projectId: w.projectId, documentId, format: 'csv', language: 'en' } as const
  const jobId = jobOf(await askExport(w.translator, asked, NOTHING))
  await db.document.update({ where: { id: documentId }, data: { deletedAt: new Date() } })
  await work()
  expect(await ended(w, jobId)).toMatchObject({ state: 'failed', problem: { problem: 'not-found' } })
  await db.document.update({ where: { id: documentId }, data: { deletedAt: null } })
  expect(await listNotices(w.translator)).toMatchObject([{ kind: 'failed', what: 'document.export' }])
  await retryJob(w.translator, { projectId: w.projectId, jobId })
  expect(await ended(w, jobId)).toMatchObject({ state: 'done' })
  expect((await listNotices(w.translator)).map(({ kind }) => kind)).toEqual(['export'])
})

test('a long alignment anew is a job: the same rows as at once, the step to undo in its answer, and none of it in the list', async () => {
  const crossed = async () => {
    const w = await world()
    const made = await w.document(ROWS.map(([zh], index) => [zh, ROWS[(index + 1) % ROWS.length]![1]]))
    for (const [index, id] of made.ids.entries())
      await db.segment.update({ where: { id }, data: { enOrder: index, zhTail: '\n', enTail: '\n' } })
    return { w, at: { projectId: w.projectId, documentId: made.documentId, range: null } }
  }
  const [soon, later] = [await crossed(), await crossed()]
  const texts = async (documentId: string) =>
    (await db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })).map(
      ({ zh, en }) => [zh, en],
    )
  expect(await askRealign(soon.w.manager, soon.at)).toBeNull()
  const answer = await realign(soon.w.manager, soon.at)
  await work()
  const jobId = jobOf(await askRealign(later.w.manager, later.at, NOTHING))
  const job = await ended(later.w, jobId)
  expect(job).toMatchObject({ state: 'done', result: { step: answer.step } })
  expect((job.result as { changed: number[] }).changed).toHaveLength(answer.changed.length)
  expect(await texts(later.at.documentId)).toEqual(await texts(soon.at.documentId))
  const [listed] = await listJobs(later.w.manager, { projectId: later.w.projectId })
  expect(listed).toMatchObject({ id: jobId, result: {} })
})

test('an alignment whose end does not stand leaves every row as it was', async () => {
  const w = await world()
  const { documentId, ids } = await w.document(ROWS.map(([zh], index) => [zh, ROWS[(index + 1) % ROWS.length]![1]]))
  for (const [index, id] of ids.entries()) await db.segment.update({ where: { id }, data: { enOrder: index } })
  const before = await db.segment.findMany({ where: { documentId }, orderBy: { id: 'asc' } })
  const dies = async () => {
    throw new AppError('conflict', 'changed-meanwhile')
  }
  await work({
    ...JOBS,
    'alignment.realign': (actor, job, run) => JOBS['alignment.realign'](actor, job, { ...run, finish: dies }),
  })
  const jobId = jobOf(await askRealign(w.manager, { projectId: w.projectId, documentId, range: null }, NOTHING))
  expect(await ended(w, jobId)).toMatchObject({ state: 'failed', problem: { problem: 'changed-meanwhile' } })
  expect(await db.segment.findMany({ where: { documentId }, orderBy: { id: 'asc' } })).toEqual(before)
  expect(await db.alignmentStep.count({ where: { documentId } })).toBe(0)
})
