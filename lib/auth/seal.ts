/**
 * Secrets the workbench must be able to read again (unlike passwords) are kept sealed: AES-256-GCM under a key drawn by HKDF
 * from the session secret. A copy of the database alone opens nothing; with another session secret
 * what was sealed is lost.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `context` is bound in: a sealed text moved to another place or person does not open there. */
export function seal(text: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyFor(), nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** null when it was sealed under another secret or context, or was tampered with. */
export function unseal(sealed: string, context: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
  if (tag.length < TAG_BYTES) return null
  const decipher = createDecipheriv(ALGORITHM, keyFor(), nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  try {
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function keyFor(): Buffer {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set. `npm start` makes one and keeps it.')
  return Buffer.from(hkdfSync('sha256', secret, 'duizhao', 'sealed', 32))
}
