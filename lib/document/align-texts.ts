/** Two texts in, the rows of their review out. */
import type { Intake } from '../bitext/intake/block'
import type { Transaction } from '../db'
import type { Term } from '../lexicon/with-terms'
import { alignInWorker } from './align-in-worker'
import type { AlignNotice } from './align-task'
import { findBlockCuts, guidesOf } from './anchors'
import { type CutText, type Row, rowsOfBeads } from './rows'
import { unitsOf } from './units'

export type Phase = 'reading' | 'aligning' | 'saving'

export type Hooks = {
  onProgress?: (phase: Phase, share: number) => void
  signal?: AbortSignal
  /** The last statement of the command's transaction: what throws here undoes it all. */
  onSaved?: (tx: Transaction, saved: { documentId: string; segments: number; notice?: AlignNotice }) => Promise<void>
}

export async function alignTexts(
  zhIntake: Intake,
  enIntake: Intake,
  { onProgress, signal }: Hooks,
  terms: readonly Term[] = [],
): Promise<{ rows: Row[]; engine: string; notice?: AlignNotice }> {
  const zh: CutText = { intake: zhIntake, units: unitsOf(zhIntake) }
  const en: CutText = { intake: enIntake, units: unitsOf(enIntake) }
  const { beads, engine, notice } = await alignInWorker(
    {
      zh: zh.units.map((unit) => unit.text),
      en: en.units.map((unit) => unit.text),
      terms,
      ...guidesOf(findBlockCuts(zhIntake, enIntake), blocksOf(zh), blocksOf(en)),
    },
    { onProgress: (share) => onProgress?.('aligning', share), signal },
  )
  return { rows: rowsOfBeads(zh, en, beads), engine, notice }
}

function blocksOf({ units }: CutText): number[] {
  return units.map(({ block }) => block)
}
