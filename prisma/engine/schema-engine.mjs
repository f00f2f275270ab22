#!/usr/bin/env node
/**
 * Stands in for the schema engine that Prisma's command line downloads otherwise: same arguments, same JSON-RPC over
 * standard input and output, but over the WebAssembly build of the same engine (an npm package) and the `pg` adapter.
 * So `prisma generate` and `prisma migrate` work where nothing but the npm registry can be reached.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { MigrationAdapterFactory } from './migration-adapter.mjs'
import { runServerCommand } from './server-command.mjs'

const options = readArguments(process.argv.slice(2))

if (options.command === 'version') console.log(`schema-engine-cli ${(await loadEngine()).version()}`)
else if (options.command) process.exit(await runServerCommand(options.command, options.datasource, log))
else serve()

function readArguments(args) {
  const read = { datamodels: [], datasource: undefined, command: undefined }
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--version') read.command = 'version'
    else if (args[at] === 'cli') read.command = args[++at]
    else if (args[at] === '--datamodels') read.datamodels.push(args[++at])
    else if (args[at] === '--datasource') read.datasource = JSON.parse(args[++at])
    else if (args[at].startsWith('--')) at++
  }
  return read
}

async function loadEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(join(folder, 'schema_engine_bg.js'))
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  return glue
}

async function startEngine() {
  const { SchemaEngine } = await loadEngine()
  const datamodels = options.datamodels.map((path) => [path, readFileSync(path, 'utf8')])
  const factory = new MigrationAdapterFactory(options.datasource ?? { url: 'postgresql://localhost/none' })
  return await SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    (message) => log('INFO', { message: String(message) }),
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** Answers requests one after the other, in their order; the engine starts with the first. */
function serve() {
  let engine
  let last = Promise.resolve()
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  lines.on('line', (line) => {
    const request = line.trim() === '' ? {} : JSON.parse(line)
    // Without a method it is the answer to a print request of ours.
    if (request.method === undefined) return
    last = last.then(async () => {
      engine ??= startEngine()
      send({ id: request.id, jsonrpc: '2.0', ...(await answer(engine, request)) })
    })
  })
  lines.on('close', () => last.then(() => process.exit(0)))
}

async function answer(starting, { method, params }) {
  try {
    return { result: (await call(await starting, method, params)) ?? null }
  } catch (error) {
    const data = {
      is_panic: error?.name === 'RuntimeError',
      message: error?.message ?? String(error),
      error_code: error?.code,
      meta: error?.meta ?? {},
    }
    return { error: { code: 4466, message: 'An error happened. Check the data field for details.', data } }
  }
}

async function call(engine, method, params) {
  if (method === 'getDatabaseVersion') return engine.version(params)
  if (method !== 'diff') return engine[method](params)
  const { stdout, exitCode } = await engine.diff(params)
  if (stdout != null) send({ id: 'print', jsonrpc: '2.0', method: 'print', params: { content: stdout } })
  return { exitCode, stdout: null }
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
