/**
 * The review screen of the built workbench, as `npm start` serves it, on a throw-away database with documents of 1,000, 10,000
 * and 100,000 rows: opening, memory, bytes, scrolling and typing in a real Chromium, and saving over HTTP. Server, database,
 * browser and clients share the machine, whose noise is in every figure.
 */
import { machine } from './figures'
import { benchPages } from './screen-page'
import { benchSaves } from './screen-save'
import { type BenchWorld, withWorld } from './screen-world'

const LENGTHS = [1_000, 10_000, 100_000]

export async function bench(): Promise<void> {
  console.log(machine())
  await withWorld(LENGTHS, async (world) => {
    await check(world)
    await benchPages(world)
    await benchSaves(world)
  })
}

/** As an import leaves them: a document that was never checked is, while it is open, and takes a core from who opens it. */
async function check({ databaseUrl, projectId, documents }: BenchWorld): Promise<void> {
  process.env.DATABASE_URL = databaseUrl
  const { refreshFindings } = await import('../../lib/finding/refresh-findings')
  for (const { id } of documents) await refreshFindings({ projectId, documentId: id })
}
