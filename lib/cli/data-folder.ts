/** The folder a workbench keeps its own things in: the bundled database and the secret its sessions are signed with. */
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** Made on the first start and kept, so that a restart signs nobody out. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
