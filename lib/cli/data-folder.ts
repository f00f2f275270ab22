/** The folder a workbench keeps its own things in: the bundled database and the secret its sessions are signed with. */
import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Said to the person at the terminal as it is, without a stack. */
export class StartError extends Error {}

export function dataFolder(root: string): string {
  const folder = resolve(root, process.env.DUIZHAO_DATA ?? '.data')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new StartError(
      `The data folder ${folder} cannot be written (${code}). Make it writable, or name another: DUIZHAO_DATA=/path npm start`,
    )
  }
  return folder
}

/** Signs sessions and seals secrets. One given by the environment must be as hard to guess as one made here. */
export function sessionSecret(folder: string, env: NodeJS.ProcessEnv = process.env): string {
  const given = env.NEXTAUTH_SECRET ?? env.AUTH_SECRET
  if (given === undefined) return keptSecret(folder)
  if (isGuessable(given))
    throw new StartError(
      'The session secret (NEXTAUTH_SECRET or AUTH_SECRET) is too weak: whoever guesses it can be anyone. Take the answer of `openssl rand -base64 32`, or leave it out: one is made and kept.',
    )
  return given
}

const SHORTEST_SECRET = 32
// 16 bytes in hexadecimal rarely have fewer; a word or a pattern repeated has.
const FEWEST_SIGNS = 10

function isGuessable(secret: string): boolean {
  return secret.length < SHORTEST_SECRET || new Set(secret).size < FEWEST_SIGNS || /^(.{1,16})\1+.{0,15}$/u.test(secret)
}

/** Made on the first start and kept, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret')
  // `wx`: of two processes that start at once, one makes it and both read the same.
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
