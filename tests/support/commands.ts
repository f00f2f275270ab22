/** Every command and query of lib, found in its source: an exported function that takes the actor first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LIB = fileURLToPath(new URL('../../lib', import.meta.url))

export type Command = { file: string; name: string }

/** They are what commands ask, and no commands: lines of defence throw, and a rule answers yes or no. */
const DEFENCES = ['auth/require-member', 'auth/require-recent', 'administration/require-administrator', 'project/rules']

const EXPORTED =
  /export (?:async )?(?:function\*? ?(\w+)(?:<[^(]*>)?|const (\w+) = (?:async )?)\(\s*(?:\w+|\{[^}]*\}): Actor\b/g

export function findCommands(): Command[] {
  return readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('db/generated'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.ts$/, ''))
    .filter((file) => !DEFENCES.includes(file))
    .flatMap((file) =>
      [...readFileSync(join(LIB, `${file}.ts`), 'utf8').matchAll(EXPORTED)].map(([, named, constant]) => ({
        file,
        name: named ?? constant ?? '',
      })),
    )
}
