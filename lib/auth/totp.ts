/** Codes that a programme on a telephone shows (TOTP, RFC 6238): six digits, half a minute each, SHA-1 as all of them read it. */
import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
// Clocks differ, and people type slowly: the code before and the one after are taken too.
const WINDOW = 1
const SECRET_BYTES = 20

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What the QR code says. */
export function totpAddress(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/** The half minute the code belongs to, or null when it is none of now. */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta
}

export function codeAt(secret: string, now = Date.now()): string {
  return totp(secret).generate({ timestamp: now })
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Duizhao', label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret })
}
