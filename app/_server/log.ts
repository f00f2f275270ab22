/** The server's log: one JSON line an event, on standard error, so that the launcher's own words stay readable. */
import { pino } from 'pino'

export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2))
