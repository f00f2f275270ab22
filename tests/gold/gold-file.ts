/** Reads gold files: JSON `{ zh, en, gold }`, sentences of both sides and the beads that join them; `paragraphs` where it is known which sentences open one. */
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Link } from './score-alignment'

export type Gold = {
  name: string
  zh: string[]
  en: string[]
  gold: Link[]
  paragraphs?: { zh: number[]; en: number[] }
}

/** Null where the file is JSON of another kind. Throws, naming the file, where it is no JSON at all. */
export function readGold(path: string): Gold | null {
  const value = parse(path)
  if (!value || !Array.isArray(value.zh) || !Array.isArray(value.en) || !Array.isArray(value.gold)) return null
  return { name: `${basename(dirname(path))}/${basename(path, '.json')}`, ...(value as Omit<Gold, 'name'>) }
}

function parse(path: string): Partial<Gold> | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<Gold> | null
  } catch (error) {
    throw new Error(`${path}: cannot be read as JSON`, { cause: error })
  }
}
