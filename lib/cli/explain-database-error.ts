export const NO_DATABASE_ADDRESS =
  'DATABASE_URL is not a valid address. It looks like postgresql://user:password@host:5432/database'

/** Says in plain words why a database could not be used, and what to do; null when the error is about something else. */
export function explainDatabaseError(error: unknown): string | null {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  const server = describeServer()
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `The database at ${server} cannot be reached (${code}). Is PostgreSQL running there? Check DATABASE_URL, or unset it to use the bundled database.`
    case '28P01':
    case '28000':
      return `The database at ${server} refused the user name or password in DATABASE_URL.`
    case '42501':
      return `The database user in DATABASE_URL lacks a right: ${message}. It must own its database, or be allowed to create it.`
    case 'ERR_INVALID_URL':
      return NO_DATABASE_ADDRESS
    default:
      return null
  }
}

function describeServer(): string {
  try {
    return new URL(process.env.DATABASE_URL ?? '').host
  } catch {
    return 'the address in DATABASE_URL'
  }
}
