/** The server's log: one JSON line an event, on standard error, so that the launcher's own words stay readable. */
import { pino } from 'pino'

// An error may carry what it was about: a request, the options of a connection.
const SECRETS = [
  'password',
  'passwordHash',
  'secret',
  'clientSecret',
  'client_secret',
  'token',
  'cookie',
  'authorization',
  'code',
  'connectionString',
]

export const LOG_OPTIONS = {
  level: process.env.LOG_LEVEL ?? 'info',
  redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]),
}

export const log = pino(LOG_OPTIONS, pino.destination(2))
