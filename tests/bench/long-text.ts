/** Texts as long as a benchmark wants them, made of gold beads over and over. */
import { fileURLToPath } from 'node:url'
import { type Gold, readGold } from '../gold/gold-file'
import type { Link } from '../gold/score-alignment'

export const SAMPLE = fileURLToPath(new URL('../../prisma/sample/gold.json', import.meta.url))

export type LongText = { zh: string[]; en: string[]; gold: Link[] }

/** The gold files one after the other, again and again until `size` Chinese sentences are reached; each bead opens with its number on both sides. */
export function longText(files: readonly string[], size: number): LongText {
  const beads = files.flatMap((file) => beadsOf(readGold(file)!))
  const long: LongText = { zh: [], en: [], gold: [] }
  for (let row = 0; long.zh.length < size; row++) {
    const { zh, en } = beads[row % beads.length]!
    const add = (own: string[], texts: readonly string[]) =>
      texts.map((text, k) => own.push(k === 0 ? `（${row + 1}）${text}` : text) - 1)
    long.gold.push([add(long.zh, zh), add(long.en, en)])
  }
  return long
}

type Texts = { zh: string[]; en: string[] }

function beadsOf({ zh, en, gold }: Gold): Texts[] {
  return gold.map(([zhBead, enBead]) => ({ zh: zhBead.map((at) => zh[at]!), en: enBead.map((at) => en[at]!) }))
}
