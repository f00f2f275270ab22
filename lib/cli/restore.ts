/**
 * Fills an empty, migrated database from a backup: all or nothing, in one transaction.
 * Triggers are off meanwhile, for they judge what people do, not what is brought back; references between rows are taken away and
 * made again at the end, which checks every one of them. Both need no more than owning the tables.
 */
import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { type BackupSummary, FORMAT, type Head, type Piece, type Sums } from './back-up'
import { migrationsOf, named, tablesOf } from './backup-tables'
import { StartError } from './data-folder'
import { FrameReader } from './frame-reader'

export async function restore(url: string, file: string): Promise<BackupSummary> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('BEGIN')
    const tables = await tablesOf(client)
    await requireEmpty(client, tables)
    const references = await takeReferences(client)
    for (const table of tables) await client.query(`ALTER TABLE ${named(table)} DISABLE TRIGGER USER`)
    const sums = await readFile(client, file)
    for (const table of tables) await client.query(`ALTER TABLE ${named(table)} ENABLE TRIGGER USER`)
    for (const again of references) await client.query(again)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    const all = Object.values(sums.tables)
    return { tables: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) }
  } finally {
    await client.end()
  }
}

/** Nothing is ever restored over what is there. */
async function requireEmpty(client: pg.Client, tables: string[]) {
  for (const table of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${named(table)} LIMIT 1`)
    if (rowCount) throw new StartError(`The database is not empty (${table}). Restore into a new one.`)
  }
}

/** Drops every foreign key; answers the statements that make them again. */
async function takeReferences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; says: string }>(`
    SELECT c.conrelid::regclass::text AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS says
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' AND c.contype = 'f'`)
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${named(name)}`)
  return rows.map(({ table, name, says }) => `ALTER TABLE ${table} ADD CONSTRAINT ${named(name)} ${says}`)
}

type Open = { table: string; stream: CopyStreamQuery; ended: Promise<void>; hash: Hash; bytes: number }

async function readFile(client: pg.Client, file: string): Promise<Sums> {
  const reader = new FrameReader(createReadStream(file).pipe(createGunzip()))
  await requireOurs(client, file, await nextFrame(reader, file))
  const seen: Sums['tables'] = {}
  let open: Open | null = null
  for (;;) {
    const frame = (await nextFrame(reader, file)) as Piece | Sums
    const table = 'tables' in frame ? null : frame.table
    if (open && open.table !== table) {
      await close(open, seen)
      open = null
    }
    if ('tables' in frame) {
      requireSums(file, frame, seen)
      await setSequences(client, frame.sequences)
      return frame
    }
    open ??= begin(client, frame)
    const bytes = await reader.bytes(frame.bytes).catch(() => null)
    if (!bytes) throw broken(file)
    await write(open, bytes)
  }
}

async function nextFrame(reader: FrameReader, file: string): Promise<unknown> {
  try {
    const line = await reader.line()
    if (line !== null) return JSON.parse(line)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new StartError(`There is no file ${file}.`)
    throw broken(file)
  }
  throw broken(file)
}

function broken(file: string): StartError {
  return new StartError(`${file} is not a whole backup of a workbench. Nothing was restored.`)
}

async function requireOurs(client: pg.Client, file: string, frame: unknown) {
  const head = frame as Partial<Head>
  if (head?.format !== FORMAT || !Array.isArray(head.migrations)) throw broken(file)
  const here = await migrationsOf(client)
  const [first] = [
    ...head.migrations.filter((name) => !here.includes(name)),
    ...here.filter((name) => !head.migrations?.includes(name)),
  ]
  if (first) {
    throw new StartError(
      `The backup was made by another version of the workbench (${first}). Restore it with the version that made it, then upgrade.`,
    )
  }
}

function begin(client: pg.Client, { table, columns }: Piece): Open {
  const statement = `COPY ${named(table)} (${columns.map(named).join(', ')}) FROM STDIN`
  const stream = client.query(copyFrom(statement))
  const ended = finished(stream)
  // A table that is given up with the whole is nobody's failure any more.
  ended.catch(() => {})
  stream.on('error', () => {})
  return { table, stream, ended, hash: createHash('sha256'), bytes: 0 }
}

async function write(open: Open, bytes: Buffer) {
  open.hash.update(bytes)
  open.bytes += bytes.byteLength
  if (!open.stream.write(bytes)) await once(open.stream, 'drain')
}

async function close({ table, stream, ended, hash, bytes }: Open, seen: Sums['tables']) {
  stream.end()
  await ended
  seen[table] = { bytes, sha256: hash.digest('hex') }
}

function requireSums(file: string, { tables }: Sums, seen: Sums['tables']) {
  for (const [table, { bytes, sha256 }] of Object.entries(tables)) {
    const same = bytes === 0 ? !seen[table] : seen[table]?.sha256 === sha256
    if (!same) throw new StartError(`${file} is damaged (${table}). Nothing was restored.`)
  }
}

async function setSequences(client: pg.Client, sequences: Sums['sequences']) {
  for (const [name, last] of Object.entries(sequences)) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${named(name)}`, last])
  }
}
