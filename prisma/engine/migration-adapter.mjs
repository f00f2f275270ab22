/** The `pg` adapter as the schema engine needs it: shadow databases, catalog columns, and scripts sent whole. */
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum as Type } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

export function connectionOf(url) {
  const { host, port, user, password, database, ssl } = parse(url)
  const schema = new URL(url).searchParams.get('schema') ?? undefined
  const options = schema ? `-c search_path=${schema}` : undefined
  return {
    schema,
    pg: {
      host: host ?? undefined,
      port: port ? Number(port) : undefined,
      user,
      password,
      database: database ?? undefined,
      ssl,
      options,
      max: 4,
    },
  }
}

export async function onDatabase(connection, database, sql) {
  const client = new pg.Client({ ...connection.pg, database })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export class MigrationAdapterFactory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'

  constructor(datasource) {
    this.datasource = datasource
    this.main = connectionOf(datasource.url)
  }

  connect() {
    return open(this.main)
  }

  async connectToShadowDb() {
    if (this.datasource.shadowDatabaseUrl) return open(connectionOf(this.datasource.shadowDatabaseUrl))
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await onDatabase(this.main, this.main.pg.database, `CREATE DATABASE "${database}"`)
    const drop = () => onDatabase(this.main, this.main.pg.database, `DROP DATABASE IF EXISTS "${database}"`)
    return open({ ...this.main, pg: { ...this.main.pg, database } }, drop)
  }
}

async function open(connection, afterwards) {
  const adapter = await new PrismaPg(connection.pg, { schema: connection.schema }).connect()
  const pool = adapter.underlyingDriver()
  // Splitting a script at ";" would cut function bodies and string literals.
  adapter.executeScript = (script) =>
    pool.query(script).then(
      () => undefined,
      (error) => adapter.onError(error),
    )
  readCatalogColumns(adapter)
  const start = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (...args) => readCatalogColumns(await start(...args))
  const dispose = adapter.dispose.bind(adapter)
  // The pool has to be closed before its database can be dropped.
  adapter.dispose = async () => {
    await dispose()
    await afterwards?.()
  }
  return adapter
}

/** Object ids of PostgreSQL's types, as far as the engine's own queries meet them. */
const TYPES = {
  16: Type.Boolean,
  18: Type.Character, // "char"
  20: Type.Int64,
  21: Type.Int32,
  23: Type.Int32,
  26: Type.Int64,
  700: Type.Float,
  701: Type.Double,
  1002: Type.CharacterArray,
  1003: Type.TextArray, // name[]
  1005: Type.Int32Array,
  1007: Type.Int32Array,
  1009: Type.TextArray,
  1016: Type.Int64Array,
  1028: Type.Int64Array,
  1114: Type.DateTime,
  1184: Type.DateTime,
}

/** The engine reads catalog columns (name, "char", int2vector …) that the adapter refuses; they are read as text. */
function readCatalogColumns(queryable) {
  const perform = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => {
    try {
      return await queryRaw(query)
    } catch (error) {
      if (error?.cause?.kind !== 'UnsupportedNativeDataType') throw error
    }
    const { fields, rows } = await perform(query)
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => TYPES[field.dataTypeID] ?? Type.Text),
      rows,
    }
  }
  return queryable
}
