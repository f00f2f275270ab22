/**
 * Passwords: kept as argon2id hashes with the library's defaults (19 MiB, 2 passes: OWASP's first choice).
 * What may be chosen follows NIST SP 800-63B: length and a list of common ones, no rules about kinds of characters.
 */
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../errors'
import { COMMON_PASSWORDS } from './common-passwords'

const SHORTEST = 12
// A hash costs time by length; nobody types more.
const LONGEST = 200

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password))
}

// Stands in for the hash of an account that has none, so that an unknown e-mail takes as long as a wrong password.
let nobody: Promise<string> | undefined

/** Takes the same time whether there is a hash or not. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password')
  const right = await verify(passwordHash ?? (await nobody), normal(password).slice(0, LONGEST))
  return right && passwordHash !== null
}

/** `known` are words an attacker would try first: the name and the e-mail address. */
export function isStrongPassword(password: string, known: string[] = []): boolean {
  const length = [...normal(password)].length
  if (length < SHORTEST || normal(password).length > LONGEST) return false
  const plain = normal(password).toLowerCase()
  if (new Set(plain).size < 5) return false
  if (known.some((word) => word.length > 0 && plain === word.toLowerCase())) return false
  return !isCommon(plain)
}

export function requireStrongPassword(password: string, known: string[] = []): void {
  if (!isStrongPassword(password, known))
    throw new AppError('invalid', 'password-too-weak', { field: 'password', shortest: SHORTEST })
}

/** A common word stays common with digits or marks around it, or said two or three times over. */
function isCommon(plain: string): boolean {
  if (/^(.{1,8})\1+$/u.test(plain) || isRun(plain)) return true
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const half = core.slice(0, core.length / 2)
  return [plain, core, half.repeat(2) === core ? half : core].some((word) => COMMON_PASSWORDS.has(word))
}

/** 123456789012, abcdefghijkl and their reverse. */
function isRun(plain: string): boolean {
  const steps = new Set(
    [...plain].slice(1).map((character, i) => (character.codePointAt(0)! - plain.codePointAt(i)! + 10) % 10),
  )
  return steps.size === 1
}

// The same letters typed on another keyboard must give the same hash.
function normal(password: string): string {
  return password.normalize('NFC')
}
