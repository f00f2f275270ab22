/**
 * Vectors that were paid for once, one small file each under sha256(model, text): the first byte names the folder. A file is written
 * aside and renamed, so that none is ever half there; one that cannot be read counts as missing. When the folder outgrows its bound, the
 * oldest go. Where it cannot be written, nothing is kept.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type VectorCache = {
  read(model: string, texts: readonly string[]): Promise<(Float32Array | undefined)[]>
  write(model: string, texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>
  /** Removes the oldest until the bound holds: once an alignment, not once a vector. */
  trim(): Promise<void>
}

/** 1,024 numbers make 4 KB: room for some 120,000 sentences. */
const MOST_BYTES = 512 * 1024 * 1024
/** Files open at a time. */
const AT_ONCE = 32

export function vectorCache(folder: string, mostBytes = MOST_BYTES): VectorCache {
  const pathOf = (model: string, text: string) => {
    const name = createHash('sha256').update(`${model}\0${text}`).digest('hex')
    return join(folder, name.slice(0, 2), name)
  }
  return {
    read: (model, texts) => few(texts, (text) => readVector(pathOf(model, text))),
    async write(model, texts, vectors) {
      await few(texts, (text, at) => writeVector(pathOf(model, text), vectors[at]!))
    },
    trim: () => trim(folder, mostBytes),
  }
}

async function few<Item, Made>(
  items: readonly Item[],
  make: (item: Item, at: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    made.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map((item, at) => make(item, from + at)))))
  return made
}

async function readVector(path: string): Promise<Float32Array | undefined> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes || bytes.length === 0 || bytes.length % 4 !== 0) return undefined
  const vector = new Float32Array(bytes.length / 4)
  new Uint8Array(vector.buffer).set(bytes)
  return vector.every(Number.isFinite) ? vector : undefined
}

async function writeVector(path: string, vector: Float32Array): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(aside, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
    await rename(aside, path)
  } catch {
    // A full or read-only disk costs the cache, not the alignment.
    await rm(aside, { force: true })
  }
}

async function trim(folder: string, mostBytes: number): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const found = await few(names, async (name) => {
    const path = join(folder, name)
    const seen = await stat(path).catch(() => null)
    return seen?.isFile() ? [{ path, size: seen.size, time: seen.mtimeMs }] : []
  })
  const files = found.flat().sort((one, other) => one.time - other.time || (one.path < other.path ? -1 : 1))
  let size = files.reduce((sum, file) => sum + file.size, 0)
  for (const file of files) {
    if (size <= mostBytes) return
    await rm(file.path, { force: true })
    size -= file.size
  }
}
