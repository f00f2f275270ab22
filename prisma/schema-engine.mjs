#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
// Stand-in for Prisma's native schema-engine binary, speaking its stdio JSON-RPC,
// backed by the WebAssembly build of the same engine and the pg driver adapter.
// Used through PRISMA_SCHEMA_ENGINE_BINARY, so no engine download is needed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum as T } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import parseUrl from 'pg-connection-string'

const argv = process.argv.slice(2)
const opt = { datamodels: [] }
let sub = null
for (let i = 0; i < argv.length; i++) {
  const a = argv[i]
  if (a === '--datamodels') opt.datamodels.push(argv[++i])
  else if (a === '--datasource') opt.datasource = JSON.parse(argv[++i])
  else if (a.startsWith('--') && a !== '--version') i++
  else if (a === '--version') sub = 'version'
  else if (a === 'cli') sub = argv[++i]
}

async function loadWasm() {
  const require = createRequire(import.meta.url)
  const dir = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const glue = await import(join(dir, 'schema_engine_bg.js'))
  const bytes = readFileSync(join(dir, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  return glue
}

function connConfig(url) {
  const c = parseUrl.parse(url)
  const u = new URL(url)
  const schema = u.searchParams.get('schema') ?? undefined
  return {
    schema,
    pg: {
      host: c.host ?? undefined,
      port: c.port ? Number(c.port) : undefined,
      user: c.user,
      password: c.password,
      database: c.database ?? undefined,
      ssl: c.ssl,
      max: 4,
      options: schema ? `-c search_path=${schema}` : undefined,
    },
  }
}

const BASE = {
  16: T.Boolean,
  20: T.Int64,
  21: T.Int32,
  23: T.Int32,
  25: T.Text,
  26: T.Int64,
  700: T.Float,
  701: T.Double,
  1005: T.Int32Array,
  1007: T.Int32Array,
  1009: T.TextArray,
  1016: T.Int64Array,
  1028: T.Int64Array,
  1042: T.Text,
  1043: T.Text,
  1114: T.DateTime,
  1184: T.DateTime,
}
// The engine reads catalog columns whose types the adapter does not know ("char", name, their arrays, int2vector …).
const CATALOG = {
  18: T.Character,
  19: T.Text,
  22: T.Text,
  24: T.Text,
  28: T.Text,
  30: T.Text,
  194: T.Text,
  1002: T.CharacterArray,
  1003: T.TextArray,
  2205: T.Text,
  2206: T.Text,
  4089: T.Text,
}
function patchQueryRaw(q) {
  const io = q.performIO.bind(q),
    raw = q.queryRaw.bind(q)
  q.queryRaw = async (query) => {
    try {
      return await raw(query)
    } catch (e) {
      if (e?.cause?.kind !== 'UnsupportedNativeDataType') throw e
      const { fields, rows } = await io(query)
      return {
        columnNames: fields.map((f) => f.name),
        columnTypes: fields.map((f) => CATALOG[f.dataTypeID] ?? BASE[f.dataTypeID] ?? T.Text),
        rows,
      }
    }
  }
  return q
}

class Factory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'
  constructor(ds) {
    this.ds = ds
    this.main = connConfig(ds.url)
  }
  async #open(cfg, after) {
    const f = new PrismaPg(cfg.pg, { schema: cfg.schema })
    const a = await f.connect()
    const pool = a.underlyingDriver()
    // send a script whole: splitting on ';' would break function bodies and string literals
    a.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (e) {
        a.onError(e)
      }
    }
    patchQueryRaw(a)
    const start = a.startTransaction.bind(a)
    a.startTransaction = async (...args) => patchQueryRaw(await start(...args))
    const dispose = a.dispose.bind(a)
    a.dispose = async () => {
      await dispose()
      await after?.()
    }
    return a
  }
  connect() {
    return this.#open(this.main)
  }
  async connectToShadowDb() {
    if (this.ds.shadowDatabaseUrl) return this.#open(connConfig(this.ds.shadowDatabaseUrl))
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = async (sql) => {
      const c = new pg.Client(this.main.pg)
      await c.connect()
      try {
        await c.query(sql)
      } finally {
        await c.end()
      }
    }
    await admin(`CREATE DATABASE "${database}"`)
    return this.#open({ ...this.main, pg: { ...this.main.pg, database } }, () =>
      admin(`DROP DATABASE IF EXISTS "${database}"`),
    )
  }
}

const logLine = (level, fields, target = 'schema_engine::logger') =>
  process.stderr.write(JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target }) + '\n')

function pgError(e, cfg) {
  const c = e?.code
  if (c === '3D000') return ['P1003', `Database \`${cfg.database}\` does not exist`]
  if (c === 'ECONNREFUSED' || c === 'ENOTFOUND')
    return ['P1001', `Can't reach database server at \`${cfg.host}:${cfg.port ?? 5432}\``]
  if (c === '28P01' || c === '28000')
    return [
      'P1000',
      `Authentication failed against database server, the provided database credentials for \`${cfg.user}\` are not valid.`,
    ]
  return [undefined, e?.message ?? String(e)]
}

async function cli(cmd) {
  const { pg: cfg } = connConfig(opt.datasource.url)
  const on = async (database, sql) => {
    const c = new pg.Client({ ...cfg, database })
    await c.connect()
    try {
      return await c.query(sql)
    } finally {
      await c.end()
    }
  }
  try {
    if (cmd === 'can-connect-to-database') await on(cfg.database, 'SELECT 1')
    else if (cmd === 'create-database') await on('postgres', `CREATE DATABASE "${cfg.database}"`)
    else if (cmd === 'drop-database') await on('postgres', `DROP DATABASE "${cfg.database}"`)
    process.exit(0)
  } catch (e) {
    const [error_code, message] = pgError(e, cfg)
    logLine('INFO', { message: 'schema-engine (wasm)' })
    logLine('ERROR', { message, error_code, is_panic: false })
    process.exit(1)
  }
}

if (sub === 'version') {
  const { version } = await loadWasm()
  console.log(`schema-engine-cli ${version()}`)
} else if (sub) {
  await cli(sub)
} else {
  const { SchemaEngine } = await loadWasm()
  let engine, bound
  const boot = async () => {
    const datamodels = opt.datamodels.map((p) => [p, readFileSync(p, 'utf8')])
    bound = bindMigrationAwareSqlAdapterFactory(new Factory(opt.datasource ?? { url: 'postgresql://localhost/none' }))
    engine = await SchemaEngine.new(
      { datamodels: datamodels.length ? datamodels : undefined },
      (m) => logLine('INFO', { message: String(m) }),
      bound,
    )
  }
  const call = async (method, params) => {
    engine ?? (await boot())
    switch (method) {
      case 'getDatabaseVersion':
        return engine.version(params)
      case 'createDatabase':
        throw Object.assign(new Error('createDatabase is not supported'), {})
      case 'dbExecute':
        await engine.dbExecute(params)
        return null
      case 'reset':
        await engine.reset(params)
        return null
      case 'diff': {
        const r = await engine.diff(params)
        if (r.stdout != null) {
          process.stdout.write(
            JSON.stringify({ id: `p${Date.now()}`, jsonrpc: '2.0', method: 'print', params: { content: r.stdout } }) +
              '\n',
          )
        }
        return { exitCode: r.exitCode, stdout: null }
      }
      default:
        return engine[method](params)
    }
  }
  const rl = createInterface({ input: process.stdin, crlfDelay: Infinity })
  let chain = Promise.resolve()
  rl.on('line', (line) => {
    if (!line.trim()) return
    const req = JSON.parse(line)
    if (req.method === undefined) return // reply to a print request
    chain = chain.then(async () => {
      let out
      try {
        const r = await call(req.method, req.params)
        out = { jsonrpc: '2.0', id: req.id, result: r ?? null }
      } catch (e) {
        if (process.env.SCHEMA_ENGINE_DEBUG) console.error(e)
        out = {
          jsonrpc: '2.0',
          id: req.id,
          error: {
            code: 4466,
            message: 'An error happened. Check the data field for details.',
            data: {
              is_panic: e?.name === 'RuntimeError',
              message: e?.message ?? String(e),
              error_code: e?.code,
              meta: e?.meta ?? {},
            },
          },
        }
      }
      process.stdout.write(JSON.stringify(out) + '\n')
    })
  })
  rl.on('close', () => chain.then(() => process.exit(0)))
}
