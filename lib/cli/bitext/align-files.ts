/** The files that guide `bitext align`: beads that are right, boundaries that coincide, terms. */
import type { AlignOptions } from '../../bitext/align'
import { decodeText } from '../../bitext/intake'
import type { Term } from '../../lexicon/with-terms'
import { readInput, type Terminal, UsageError, unreadable } from './command'

/** JSON: `[[[0, 1], [0]], …]`, the numbers of the Chinese and of the English sentences of each bead, as gold files have them. */
export async function readConfirmed(path: string, terminal: Terminal): Promise<AlignOptions['confirmed']> {
  const value = await readJson(path, terminal)
  const isNumbers = (list: unknown) => Array.isArray(list) && list.every((each) => Number.isInteger(each))
  const isBead = (bead: unknown): bead is [number[], number[]] =>
    Array.isArray(bead) && bead.length === 2 && bead.every(isNumbers)
  if (!Array.isArray(value) || !value.every(isBead))
    throw new UsageError(`${path}: wants beads, [[zh, …], [en, …]]`, false)
  return value.map(([zh, en]) => ({ zh, en }))
}

/** JSON: `[[12, 15], …]`, before Chinese sentence 12 stands the same boundary as before English sentence 15. */
export async function readCuts(path: string, terminal: Terminal): Promise<NonNullable<AlignOptions['cuts']>> {
  const value = await readJson(path, terminal)
  const isCut = (cut: unknown): cut is [number, number] =>
    Array.isArray(cut) && cut.length === 2 && cut.every((each) => Number.isInteger(each))
  if (!Array.isArray(value) || !value.every(isCut)) throw new UsageError(`${path}: wants cuts, [zh, en]`, false)
  return value.map(([zh, en]) => ({ zh, en }))
}

/** One term a line, Chinese and English parted by a tab; lines that begin with # are remarks. */
export async function readTerms(path: string, terminal: Terminal): Promise<Term[]> {
  return (await readText(path, terminal)).split(/\r\n|\r|\n/).flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [zh = '', en = ''] = line.split('\t').map((word) => word.trim())
    if (zh === '' || en === '') throw new UsageError(`${path}:${at + 1}: wants Chinese, a tab, English`, false)
    return { zh, en }
  })
}

async function readJson(path: string, terminal: Terminal): Promise<unknown> {
  try {
    return JSON.parse(await readText(path, terminal))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}: is no JSON`, false)
    throw error
  }
}

async function readText(path: string, terminal: Terminal): Promise<string> {
  const decoded = decodeText(await readInput(path, terminal))
  if (!decoded.ok) throw unreadable(path, decoded.problems)
  return decoded.text
}
