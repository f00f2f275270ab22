/** `npm run backup -- FILE`, while the workbench runs or not in the way of it; `npm run restore -- FILE`, into an empty database. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '../db/migrate'
import { backUp } from './back-up'
import { dataFolder, StartError, sessionSecret } from './data-folder'
import { connectToData, failPlainly, ROOT } from './data-folder-database'
import { restore } from './restore'

async function main([verb, name]: string[]): Promise<number> {
  if (!name || (verb !== 'backup' && verb !== 'restore')) {
    console.error('usage: npm run backup -- FILE | npm run restore -- FILE')
    return 2
  }
  // npm runs scripts in the project's folder; a name is meant from where the person stands.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), name)
  const url = connectToData()
  if (verb === 'backup') {
    if (existsSync(file)) throw new StartError(`${file} is there already. Nothing was written over it.`)
    say('Backed up', await backUp(url, file), file)
  } else {
    await migrate(url, join(ROOT, 'prisma/migrations'))
    say('Restored', await restore(url, file), file)
    await warnOfSealed()
  }
  return 0
}

/** A backup holds what was sealed, not the session secret it was sealed with. */
async function warnOfSealed() {
  process.env.NEXTAUTH_SECRET = sessionSecret(dataFolder(ROOT))
  const { countUnopened } = await import('../auth/count-unopened')
  const unopened = await countUnopened()
  if (unopened === 0) return
  console.log(
    `${unopened} second factor${unopened === 1 ? ' was' : 's were'} sealed under another session secret and cannot be used here. Bring the file session-secret of the old data folder (or its NEXTAUTH_SECRET), or an administrator resets them: Administration, People. Until then a recovery code signs in.`,
  )
}

function say(what: string, { tables, bytes }: { tables: number; bytes: number }, file: string) {
  console.log(`${what}: ${tables} tables, ${(bytes / 1024 / 1024).toFixed(1)} MB of rows. ${file}`)
}

main(process.argv.slice(2)).then((code) => process.exit(code), failPlainly)
