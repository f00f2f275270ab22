/**
 * A backup is one file: the rows of every table of ours, read in one moment (repeatable read, read only), each table by COPY,
 * compressed, with its sha256. What makes tables is not in it: the migrations of the same version do that at restoring.
 *
 * The file is a gzip stream of frames: a line of JSON, then `bytes` bytes. The first frame says what it is, one frame a piece of a
 * table follows, the last holds the count and sha256 of every table; a file without it is not whole.
 */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { columnsOf, migrationsOf, named, sequencesOf, tablesOf } from './backup-tables'

export const FORMAT = 'duizhao-backup-1'

export type Head = { format: string; madeAt: string; migrations: string[] }
export type Piece = { table: string; columns: string[]; bytes: number }
export type Sums = { tables: Record<string, { bytes: number; sha256: string }>; sequences: Record<string, string> }

export type BackupSummary = { tables: number; bytes: number }

/** Written beside its name and renamed at the end: a backup that broke off is never mistaken for one. */
export async function backUp(url: string, file: string): Promise<BackupSummary> {
  const client = new pg.Client(url)
  await client.connect()
  const unfinished = `${file}.part`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const sums: Sums = { tables: {}, sequences: {} }
    await pipeline(
      Readable.from(frames(client, sums)),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await rename(unfinished, file)
    const all = Object.values(sums.tables)
    return { tables: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) }
  } finally {
    await rm(unfinished, { force: true })
    await client.end()
  }
}

async function* frames(client: pg.Client, sums: Sums): AsyncGenerator<Buffer> {
  const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`)
  yield line({
    format: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(client),
  } satisfies Head)
  for (const table of await tablesOf(client)) {
    const columns = await columnsOf(client, table)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of client.query(
      copyTo(`COPY ${named(table)} (${columns.map(named).join(', ')}) TO STDOUT`),
    )) {
      const piece = chunk as Buffer
      hash.update(piece)
      bytes += piece.byteLength
      yield line({ table, columns, bytes: piece.byteLength } satisfies Piece)
      yield piece
    }
    sums.tables[table] = { bytes, sha256: hash.digest('hex') }
  }
  sums.sequences = await sequencesOf(client)
  yield line(sums)
}
