/** The rows of a review, made of what intake understood and what the aligner found. Pure; the commands write them down. */
import type { Bead } from '../bitext/align'
import { type Block, type BlockKind, type Intake, PROTECTED_KINDS } from '../bitext/intake/block'
import type { Unit } from './units'

export type Row = {
  kind: BlockKind
  label: boolean
  turn: number | null
  speakerZh: string
  speakerEn: string
  zhParagraph: number | null
  enParagraph: number | null
  zh: string
  en: string
  zhTail: string
  enTail: string
  /** Place in the order of the English, where rows do not follow it. */
  enOrder: number | null
  confidence: number | null
  moved: boolean
  locked: boolean
  status: 'draft' | 'translated'
}

export type CutText = { intake: Intake; units: Unit[] }

/** Rows of a document whose other side is not there yet: one for each unit. */
export function rowsOfOneSide(text: CutText): Row[] {
  const { side } = text.intake
  return text.units.map((_, index) =>
    row(side === 'zh' ? text : null, [index], side === 'en' ? text : null, [index], null),
  )
}

export function rowsOfBeads(zh: CutText, en: CutText, beads: Bead[]): Row[] {
  const crossing = beads.some((bead) => bead.moved)
  return beads.map((bead) => ({
    ...row(zh, bead.zh, en, bead.en, bead.confidence),
    moved: bead.moved ?? false,
    enOrder: crossing && bead.en.length > 0 ? bead.en[0] : null,
  }))
}

function row(
  zh: CutText | null,
  zhUnits: number[],
  en: CutText | null,
  enUnits: number[],
  confidence: number | null,
): Row {
  const zhBlock = firstBlock(zh, zhUnits)
  const enBlock = firstBlock(en, enUnits)
  const block = zhBlock ?? enBlock
  const zhText = joined(zh, zhUnits)
  const enText = joined(en, enUnits)
  const kind = block?.kind ?? 'point'
  return {
    kind,
    label: block?.label ?? false,
    turn: block?.turn ?? null,
    speakerZh: speaker(zhBlock),
    speakerEn: speaker(enBlock),
    zhParagraph: zhUnits.length > 0 && zh ? zh.units[zhUnits[0]].block : null,
    enParagraph: enUnits.length > 0 && en ? en.units[enUnits[0]].block : null,
    zh: zhText.text,
    en: enText.text,
    zhTail: zhText.tail,
    enTail: enText.tail,
    enOrder: null,
    confidence,
    moved: false,
    locked: PROTECTED_KINDS.includes(kind),
    // What was brought in has been translated by somebody; a row without its translation has not.
    status: enText.text !== '' && (zhText.text !== '' || zh === null) ? 'translated' : 'draft',
  }
}

function firstBlock(side: CutText | null, units: number[]): Block | null {
  return side && units.length > 0 ? side.intake.blocks[side.units[units[0]].block] : null
}

function speaker(block: Block | null): string {
  return block?.speaker ?? block?.outlet ?? ''
}

function joined(side: CutText | null, indexes: number[]): { text: string; tail: string } {
  if (!side || indexes.length === 0) return { text: '', tail: '' }
  const units = indexes.map((index) => side.units[index])
  const last = units[units.length - 1]
  return {
    text:
      units
        .slice(0, -1)
        .map(({ text, tail }) => text + tail)
        .join('') + last.text,
    tail: last.tail,
  }
}
