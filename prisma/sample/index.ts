/**
 * The sample every new installation starts with: a press briefing in Chinese (governing) and English,
 * and the discrepancies planted in it. We wrote both texts ourselves; city, people, bodies, outlets and
 * figures are invented, and the first line of each text says so.
 *
 * Apart from what `planted.json` lists, the English is meant to be right: what a check finds beyond the
 * list is a false alarm, or a slip of ours to be mended. `gold.json` pairs the sentences by hand.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DISCREPANCY_TYPES, SEVERITIES } from '../../lib/discrepancy/rules'

/** A discrepancy put in on purpose. Each quotation stands exactly once in its text; null where that side says nothing. */
const Planted = z.object({
  id: z.string(),
  type: z.enum(DISCREPANCY_TYPES),
  severity: z.enum(SEVERITIES),
  zh: z.string().nullable(),
  en: z.string().nullable(),
  /** What a reviser would write. */
  note: z.string(),
  /** Could a program decide it from the texts alone? */
  byProgram: z.boolean(),
})

export type Planted = z.infer<typeof Planted>

export type Sample = { zh: string; en: string; planted: Planted[] }

/** The sample's two texts and what is wrong with them. */
export function loadSample(): Sample {
  return {
    zh: read('briefing.zh.txt'),
    en: read('briefing.en.txt'),
    planted: z.array(Planted).parse(JSON.parse(read('planted.json'))),
  }
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
}
