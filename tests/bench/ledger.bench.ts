/**
 * The ledger of a project with 20,000 notes, as the built workbench serves it: how long a page takes over HTTP, from the question to the last byte of the answer,
 * by what is asked of it. The goal is 200 ms on a quiet machine; server, database and client share this one, whose noise is in every figure.
 */
import pg from 'pg'
import { machine, median, quantile } from './figures'
import { type BenchWorld, withWorld } from './screen-world'

const NOTES = 20_000
const ROWS = 10_000
const WARM = 3
const TIMES = 15

const PAGES: readonly [name: string, query: string][] = [
  ['first page', ''],
  ['last page', '?page=400'],
  ['by severity', '?sort=severity'],
  ['grouped by type', '?group=type'],
  ['open and critical', '?state=open&severity=critical'],
  ['two characters sought', '?find=灯塔'],
  ['a number sought', '?find=19999'],
  ['board', '?view=board'],
  ['heat', '?view=heat'],
]

export async function bench(): Promise<void> {
  console.log(machine())
  await withWorld([ROWS], async (world) => {
    await addNotes(world)
    for (const [name, query] of PAGES) {
      const took = await timePage(world, query)
      const [middle, most] = [median(took), quantile(took, 0.95)].map((ms) => ms.toFixed(0).padStart(5))
      console.log(`  ${name.padEnd(24)}${middle} ms, 95 % ${most} ms`)
    }
  })
}

/** Two a row, of all states, severities and types a team would have. */
async function addNotes({ databaseUrl, projectId, documents, userId }: BenchWorld): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await client.query(
      `INSERT INTO "Discrepancy" ("id", "projectId", "documentId", "segmentId", "number", "type", "severity", "zhFrom", "zhTo", "zhQuote", "enFrom", "enTo", "enQuote",
        "note", "state", "decision", "decidedById", "decidedAt", "raisedById")
      SELECT gen_random_uuid(), $1, $2, s."id", n, (ARRAY['number', 'mistranslation', 'omission', 'terminology', 'typography'])[n % 5 + 1],
        (ARRAY['minor', 'major', 'critical', 'neutral'])[n % 4 + 1]::"Severity", 0, 2, left(s."zh", 2), 0, 4, left(s."en", 4),
        'Note ' || n || ' on the 灯塔 of this row', (CASE WHEN n % 3 = 0 THEN 'decided' ELSE 'open' END)::"DiscrepancyState",
        CASE WHEN n % 3 = 0 THEN 'keep-both' END, CASE WHEN n % 3 = 0 THEN m."id" END, CASE WHEN n % 3 = 0 THEN now() END, m."id"
      FROM generate_series(1, $3::int) n
        JOIN (SELECT *, row_number() OVER (ORDER BY "position") AS at FROM "Segment" WHERE "documentId" = $2) s ON s.at = (n + 1) / 2
        JOIN "Member" m ON m."projectId" = $1 AND m."userId" = $4`,
      [projectId, documents[0]!.id, NOTES, userId],
    )
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

async function timePage({ address, projectId, cookie }: BenchWorld, query: string): Promise<number[]> {
  const url = `${address}/projects/${projectId}/discrepancies${query}`
  const took: number[] = []
  for (let time = 0; time < WARM + TIMES; time += 1) {
    const start = performance.now()
    const response = await fetch(url, { headers: { cookie: `${cookie.name}=${cookie.value}` }, redirect: 'manual' })
    await response.text()
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
    if (time >= WARM) took.push(performance.now() - start)
  }
  return took
}
