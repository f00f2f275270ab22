/** The engine's three commands about a database as a whole. Answers the exit code; Prisma reads why from the log line. */
import { connectionOf, onDatabase } from './migration-adapter.mjs'

export async function runServerCommand(command, datasource, log) {
  const connection = connectionOf(datasource.url)
  const { database } = connection.pg
  try {
    if (command === 'can-connect-to-database') await onDatabase(connection, database, 'SELECT 1')
    if (command === 'create-database') await onDatabase(connection, 'postgres', `CREATE DATABASE "${database}"`)
    if (command === 'drop-database') await onDatabase(connection, 'postgres', `DROP DATABASE "${database}"`)
    return 0
  } catch (error) {
    const [error_code, message] = explain(error, connection.pg)
    // Prisma passes over the first line.
    log('INFO', { message: 'schema-engine' })
    log('ERROR', { message, error_code, is_panic: false })
    return 1
  }
}

/** Prisma's own error codes and sentences. */
function explain(error, { database, host, port, user }) {
  switch (error?.code) {
    case '3D000':
      return ['P1003', `Database \`${database}\` does not exist`]
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return ['P1001', `Can't reach database server at \`${host}:${port ?? 5432}\``]
    case '28P01':
    case '28000':
      return [
        'P1000',
        `Authentication failed against database server, the provided database credentials for \`${user}\` are not valid.`,
      ]
    default:
      return [undefined, error?.message ?? String(error)]
  }
}
