import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { closeSender } from '../../lib/jobs/boss'
import type { JobState } from '../../lib/jobs/kinds'
import { sweep } from '../../lib/jobs/sweep'
import { startWorker, type Worker } from '../../lib/jobs/worker'
import { cancelJob } from '../../lib/queue/cancel-job'
import { getJob, listJobs } from '../../lib/queue/queries'
import { retryJob } from '../../lib/queue/retry-job'
import { startImport, startSide } from '../../lib/queue/start-import'
import { ERRANDS, JOBS, ROUNDS } from '../../lib/queue/work'
import { ownDatabase, type World, world } from '../support/world'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

ownDatabase()

const children = new Set<ChildProcess>()
const workers = new Set<Worker>()

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  await Promise.all([...workers].map((worker) => worker.stop()))
  workers.clear()
})
afterAll(closeSender)

/** A worker in a process of its own, as `npm run worker` starts it. */
async function ownProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'lib/cli/worker.ts')], {
    cwd: ROOT,
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  await new Promise<void>((ready) => child.stdout?.on('data', (said) => String(said).includes('at work') && ready()))
  return child
}

async function here(jobs = JOBS): Promise<Worker> {
  const worker = await startWorker({ jobs, errands: ERRANDS, rounds: ROUNDS, onError: () => {} })
  workers.add(worker)
  return worker
}

const TEXTS: Partial<Record<'zh' | 'en', string>> = {
  zh: '第一条 会议于3月5日举行。\n\n第二条 会议有120人参加。',
  en: 'Article 1 The meeting took place on 5 March.\n\nArticle 2 The meeting had 120 participants.',
}

/** Long enough to be in the middle of. */
function long(paragraphs: number) {
  const numbers = Array.from({ length: paragraphs }, (_, index) => index + 1)
  return {
    zh: numbers.map((n) => `第${n}条 这一年共修好灯塔${n * 7}座。其中${n}座在北方。`).join('\n\n'),
    en: numbers
      .map((n) => `Article ${n} That year ${n * 7} lighthouses were mended. Of these ${n} are in the north.`)
      .join('\n\n'),
  }
}

function bring({ manager, projectId }: World, title: string, texts = TEXTS) {
  const sides = (['zh', 'en'] as const).filter((side) => texts[side] !== undefined)
  const files = sides.map((side) => ({
    side,
    fileName: `${side}.txt`,
    address: '',
    bytes: new TextEncoder().encode(texts[side]),
  }))
  return startImport(manager, { projectId, title, governing: 'prevails-zh', corrections: [], files })
}

async function until<Value>(ask: () => Promise<Value | false | null | undefined>, ms = 120_000): Promise<Value> {
  const deadline = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error('it did not come to that in time')
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

const ENDS: readonly JobState[] = ['done', 'failed', 'cancelled']

function untilState({ manager, projectId }: World, jobId: string, ...states: JobState[]) {
  return until(async () => {
    const job = await getJob(manager, { projectId, jobId })
    if (states.includes(job.state)) return job
    if (ENDS.includes(job.state)) throw new Error(`it is ${job.state}: ${JSON.stringify(job.problem)}`)
    return null
  })
}

test('an import waits for a worker, is done by it, and leaves its files with the document alone', async () => {
  const w = await world()
  const { jobId } = await bring(w, 'Meeting')
  expect(await getJob(w.manager, { projectId: w.projectId, jobId })).toMatchObject({
    state: 'waiting',
    title: 'Meeting',
  })
  await here()
  const job = await untilState(w, jobId, 'done')
  const { documentId, segments } = job.result as { documentId: string; segments: number }
  expect(await db.segment.count({ where: { documentId } })).toBe(segments)
  expect(await db.jobFile.count({ where: { jobId } })).toBe(0)
  // The checks of the new document are an errand of their own.
  await until(() => db.checkRun.findFirst({ where: { documentId, hash: { not: '' } } }))
})

test('a missing side is brought in by a job; a second one is refused and says so', async () => {
  const w = await world()
  await here()
  const one = await bring(w, 'One side', { zh: TEXTS.zh })
  const { documentId } = (await untilState(w, one.jobId, 'done')).result as { documentId: string }
  const side = { projectId: w.projectId, documentId, corrections: [] }
  const files = [
    { fileName: 'en.txt', address: '', bytes: new TextEncoder().encode('The meeting took place on 5 March.') },
  ]
  const first = await startSide(w.manager, { ...side, files })
  await untilState(w, first.jobId, 'done')
  const second = await startSide(w.manager, { ...side, files })
  expect((await untilState(w, second.jobId, 'failed')).problem).toMatchObject({ problem: 'side-exists' })
})

test('a worker killed in the middle: another takes the job up, and the document is there once and whole', async () => {
  const w = await world()
  const child = await ownProcess()
  const { jobId } = await bring(w, 'Killed', long(300))
  await until(async () => (await getJob(w.manager, { projectId: w.projectId, jobId })).phase === 'aligning')
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))
  expect(await db.document.count({ where: { projectId: w.projectId } })).toBe(0)
  await here()
  await untilState(w, jobId, 'done')
  const [document, ...more] = await db.document.findMany({
    where: { projectId: w.projectId },
    include: { segments: { orderBy: { position: 'asc' } } },
  })
  expect(more).toEqual([])
  const zh = document.segments.map((row) => row.zh + row.zhTail).join('')
  expect(zh.replace(/\s/g, '')).toBe(long(300).zh.replace(/\s/g, ''))
  expect(await db.job.findUnique({ where: { id: jobId }, select: { attempt: true } })).toEqual({ attempt: 2 })
})

test('two workers in two processes and two senders share the jobs; none is done twice', async () => {
  const w = await world()
  await Promise.all([ownProcess(), ownProcess()])
  const wanted = Array.from({ length: 6 }, (_, index) => `Shared ${index}`)
  const fromHere = wanted.slice(0, 3).map((title) => bring(w, title, long(30)))
  await closeSender()
  const fromAnother = wanted.slice(3).map((title) => bring(w, title, long(30)))
  const jobs = await Promise.all([...fromHere, ...fromAnother])
  const took = new Set<number>()
  await until(async () => {
    for (const { worker } of await db.job.findMany({ where: { projectId: w.projectId, state: 'running' } }))
      if (worker) took.add(worker)
    return (await db.job.count({ where: { projectId: w.projectId, state: 'done' } })) === jobs.length
  })
  const titles = await db.document.findMany({ where: { projectId: w.projectId }, select: { title: true } })
  expect(titles.map(({ title }) => title).sort()).toEqual(wanted)
  expect(took.size).toBe(2)
})

test('a job that waits is called off at once, one under way within a moment; neither leaves a document', async () => {
  const w = await world()
  const waiting = await bring(w, 'Waiting')
  expect(await cancelJob(w.manager, { projectId: w.projectId, jobId: waiting.jobId })).toEqual({ state: 'cancelled' })
  await here()
  const running = await bring(w, 'Running', long(300))
  await untilState(w, running.jobId, 'running')
  await cancelJob(w.manager, { projectId: w.projectId, jobId: running.jobId })
  await untilState(w, running.jobId, 'cancelled')
  expect(await db.document.count({ where: { projectId: w.projectId } })).toBe(0)
  expect(await db.jobFile.count({ where: { job: { projectId: w.projectId } } })).toBe(0)
})

test('what was called off does not land even if its worker never hears of it', async () => {
  const w = await world()
  await here({
    ...JOBS,
    'document.create': async (actor, job, run) => {
      await db.job.update({ where: { id: job.jobId }, data: { cancelAskedAt: new Date() } })
      return await JOBS['document.create'](actor, job, { ...run, signal: new AbortController().signal })
    },
  })
  const { jobId } = await bring(w, 'Deaf')
  await untilState(w, jobId, 'cancelled')
  expect(await db.document.count({ where: { projectId: w.projectId } })).toBe(0)
})

test('a fault is tried again; a refusal waits for the person, who may begin it again', async () => {
  const w = await world()
  let faults = 1
  await here({
    ...JOBS,
    'document.create': async (actor, job, run) => {
      faults -= 1
      if (faults >= 0) throw new Error('the disk hiccuped')
      return await JOBS['document.create'](actor, job, run)
    },
  })
  const { jobId } = await bring(w, 'Hiccup')
  await untilState(w, jobId, 'done')

  const refused = await bring(w, 'Nothing in it', { zh: '\u0000\u0001\u0002', en: '\u0000\u0003' })
  await untilState(w, refused.jobId, 'failed')
  await retryJob(w.manager, { projectId: w.projectId, jobId: refused.jobId })
  await untilState(w, refused.jobId, 'failed')
  expect((await db.job.findUniqueOrThrow({ where: { id: refused.jobId } })).attempt).toBe(1)
})

test('a worker that is stopped gives its job back for the next', async () => {
  const w = await world()
  const first = await here()
  const { jobId } = await bring(w, 'Handed over', long(300))
  await untilState(w, jobId, 'running')
  await first.stop()
  workers.delete(first)
  expect(await getJob(w.manager, { projectId: w.projectId, jobId })).toMatchObject({ state: 'waiting' })
  await here()
  await untilState(w, jobId, 'done')
})

test('a waiting job whose delivery is gone is sent again', async () => {
  const w = await world()
  const { jobId } = await bring(w, 'Restored')
  await db.$executeRaw`DELETE FROM pgboss.job`
  expect(await sweep()).toContain(jobId)
  await here()
  await untilState(w, jobId, 'done')
})

test('whoever lost their right while the job waited is refused', async () => {
  const w = await world()
  const { jobId } = await bring(w, 'Gone')
  await db.member.update({ where: { id: w.memberIds.manager }, data: { removedAt: new Date() } })
  await here()
  await until(() => db.job.findFirst({ where: { id: jobId, state: 'failed' } }))
  expect(await db.document.count({ where: { projectId: w.projectId } })).toBe(0)
})

test('members see the jobs; who did not ask for one calls it off only as a manager', async () => {
  const w = await world()
  const { jobId } = await bring(w, 'Seen')
  const seen = async (role: 'manager' | 'observer') => (await listJobs(w[role], { projectId: w.projectId }))[0]
  expect(await seen('manager')).toMatchObject({ id: jobId, by: 'manager', mayAct: true })
  expect(await seen('observer')).toMatchObject({ id: jobId, mayAct: false })
  await expect(cancelJob(w.observer, { projectId: w.projectId, jobId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(getJob(w.stranger, { projectId: w.projectId, jobId })).rejects.toMatchObject({ code: 'not-found' })
})
