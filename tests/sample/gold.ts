/** The hand-made sentence pairs of the sample, read from `prisma/sample/gold.json`. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const GoldFile = z.object({
  zh: z.array(z.string()),
  en: z.array(z.string()),
  gold: z.array(z.tuple([z.array(z.number()), z.array(z.number())])),
})

export type GoldRow = { zh: string[]; en: string[] }

export function goldSample() {
  const path = fileURLToPath(new URL('../../prisma/sample/gold.json', import.meta.url))
  const { zh, en, gold } = GoldFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const beads = gold.map(([zhBead, enBead]) => ({ zh: zhBead, en: enBead }))
  const rows: GoldRow[] = beads.map((bead) => ({
    zh: bead.zh.map((index) => zh[index]!),
    en: bead.en.map((index) => en[index]!),
  }))
  return { zh, en, beads, rows }
}
