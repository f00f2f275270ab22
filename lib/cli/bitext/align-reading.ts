/** Reads a file for `bitext align` as intake does: its kept blocks in sentences, with the places where paragraphs and turns begin. */
import { readFile } from '../../bitext/intake'
import { splitSentences } from '../../bitext/sentences'
import type { Side } from '../../bitext/text'
import { unreadable } from './command'

/** `paragraphs` and `turns` are numbers of the sentences that open one. */
export type Worked = { sentences: string[]; paragraphs: number[]; turns: number[] }

export async function readWorked(bytes: Uint8Array, path: string, side: Side): Promise<Worked> {
  const read = await readFile(bytes, { fileName: path, side })
  if (!read.ok) throw unreadable(path, read.problems)
  const worked: Worked = { sentences: [], paragraphs: [], turns: [] }
  let turn: number | undefined
  for (const block of read.intakes.flatMap((intake) => intake.blocks)) {
    worked.paragraphs.push(worked.sentences.length)
    if (block.turn !== undefined && block.turn !== turn) worked.turns.push(worked.sentences.length)
    turn = block.turn ?? turn
    worked.sentences.push(...splitSentences(block.text, side).map(({ text }) => text))
  }
  return worked
}

/** Turns that must stand beside each other. Two texts that count them differently anchor nothing: one of the two is misread. */
export function turnCuts(zh: Worked, en: Worked): { zh: number; en: number }[] {
  if (zh.turns.length !== en.turns.length) return []
  return zh.turns.map((start, at) => ({ zh: start, en: en.turns[at]! }))
}
