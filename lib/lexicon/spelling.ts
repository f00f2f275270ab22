/**
 * The English dictionaries of the spelling check, American and British (SCOWL by Kevin Atkinson, packages `dictionary-en` and
 * `dictionary-en-gb`, MIT and BSD), read by `nspell` once and kept: a third of a second and 50 MB for both.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import nspell from 'nspell'
import type { Speller } from '../bitext/check'

let loaded: Speller | undefined

/** Throws when a dictionary package is missing. */
export function loadSpelling(): Speller {
  loaded ??= readSpelling()
  return loaded
}

function readSpelling(): Speller {
  const [american, british] = [readDictionary('dictionary-en'), readDictionary('dictionary-en-gb')]
  return {
    american: (word) => american.correct(word),
    british: (word) => british.correct(word),
  }
}

function readDictionary(name: string) {
  const folder = findPackage(name)
  if (!folder) throw new Error(`The dictionary package ${name} is not installed: run npm install.`)
  return nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')))
}

/** Looked for from the working folder upwards, as the other dictionary is. */
function findPackage(name: string, from = process.cwd()): string | null {
  for (let folder = resolve(/*turbopackIgnore: true*/ from); ; folder = dirname(folder)) {
    const path = join(/*turbopackIgnore: true*/ folder, 'node_modules', name)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) return null
  }
}
