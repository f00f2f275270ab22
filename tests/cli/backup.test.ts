import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { sealAudit } from '../../lib/audit/seal'
import { backUp } from '../../lib/cli/back-up'
import { tablesOf } from '../../lib/cli/backup-tables'
import { restore } from '../../lib/cli/restore'
import { db } from '../../lib/db'
import { migrate } from '../../lib/db/migrate'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'duizhao-backup-'))
const made: string[] = []
const own = () => process.env.DATABASE_URL ?? ''

function urlOf(name: string): string {
  const url = new URL(own())
  url.pathname = `/${name}`
  return url.href
}

async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  made.push(name)
  await migrate(urlOf(name), MIGRATIONS)
  return urlOf(name)
}

afterAll(async () => {
  rmSync(folder, { recursive: true })
  const client = new pg.Client(urlOf('postgres'))
  await client.connect()
  for (const name of made) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await client.end()
})

/** Every row of every table, as text, in an order of its own. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(url)
  await client.connect()
  const all: Record<string, string[]> = {}
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t ORDER BY 1`)
    all[table] = rows.map(({ row }) => row)
  }
  await client.end()
  return all
}

/** Texts that COPY, JSON and gzip could each trip over, and more bytes than come in one piece. */
async function fill() {
  const w = await world()
  const hard = ['tab\tand\nline \\N \\. "quoted"', '𠮷野家，“他说……”\u2028', '', ' \r\n', '\\']
  const { ids, documentId } = await w.document(hard.map((text) => [text, text]))
  await recordEdit(w.translator, {
    projectId: w.projectId,
    segmentId: ids[0],
    side: 'en',
    text: '\\.\n',
    seenVersion: 1,
    kind: 'edit',
  })
  await db.source.updateMany({
    where: { documentId },
    data: { bytes: Uint8Array.from({ length: 400_000 }, (_, i) => (i * 7919) % 256) },
  })
  await sealAudit()
  return w
}

test('what was backed up is what is restored, row by row; what is written next goes on from there', async () => {
  const w = await fill()
  const file = join(folder, 'whole')
  const before = await contents(own())
  await backUp(own(), file)
  const url = await emptyDatabase()
  await restore(url, file)
  expect(await contents(url)).toEqual(before)

  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(`SELECT * FROM "verifyAudit"()`)
  expect(rows).toEqual([])
  const insert = `INSERT INTO "AuditEntry" ("projectId", "userId", "action", "subject") VALUES ($1, $2, 'a.b', 'c') RETURNING "id"`
  const [next] = (await client.query<{ id: string }>(insert, [w.projectId, w.manager.userId])).rows
  expect(before.AuditEntry.some((row) => row.startsWith(`(${next.id},`))).toBe(false)
  // The rules are on again.
  await expect(client.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow()
  await expect(client.query(`UPDATE "Member" SET "userId" = gen_random_uuid()`)).rejects.toThrow()
  await client.end()
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.byteLength - 40)],
  ['altered', (bytes: Buffer) => Buffer.from(bytes).fill(7, bytes.byteLength >> 1, (bytes.byteLength >> 1) + 4)],
  ['something else', () => Buffer.from('not a backup')],
])('a file that is %s is refused, and nothing of it stays', async (name, spoil) => {
  await fill()
  const file = join(folder, name)
  await backUp(own(), `${file}.whole`)
  writeFileSync(file, spoil(readFileSync(`${file}.whole`)))
  const url = await emptyDatabase()
  await expect(restore(url, file)).rejects.toThrow()
  expect(Object.values(await contents(url)).flat()).toEqual([])
})

test('nothing is restored over what is there', async () => {
  await fill()
  const file = join(folder, 'again')
  await backUp(own(), file)
  const before = await contents(own())
  await expect(restore(own(), file)).rejects.toThrow(/not empty/)
  expect(await contents(own())).toEqual(before)
})
