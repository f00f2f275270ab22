/**
 * The page a document is read as: rows put together again into the paragraphs they came from. A block is what stands
 * side by side: consecutive rows that share a paragraph on either side, so that where one text has one paragraph and the
 * other two, both stand in one block. Blocks follow each other without a gap: joined, they are the rows.
 */
import type { BlockKind } from '../bitext/intake/block'
import type { Side } from '../bitext/text'

export type ReadRow = {
  kind: BlockKind
  label: boolean
  turn: number | null
  zhParagraph: number | null
  enParagraph: number | null
}

/** Rows `from` up to, not including, `to`. */
export type ReadBlock = { from: number; to: number; kind: BlockKind; label: boolean }

/** A paragraph of more rows than this is set in parts: what is drawn in one piece must stay small. */
const MOST_ROWS = 60

/** `sides`: those that are shown; the paragraphs of a side that is not shown hold nothing together. */
export function blocksOf(rows: readonly ReadRow[], sides: readonly Side[]): ReadBlock[] {
  const blocks: ReadBlock[] = []
  let last: Record<Side, number | null> = { zh: null, en: null }
  rows.forEach((row, index) => {
    const block = blocks.at(-1)
    const paragraph = { zh: row.zhParagraph, en: row.enParagraph }
    if (
      block &&
      belongs(rows[block.from]!, row, index - block.from) &&
      sides.some((side) => goesOn(last, paragraph, side))
    ) {
      block.to = index + 1
      last = { zh: paragraph.zh ?? last.zh, en: paragraph.en ?? last.en }
    } else {
      blocks.push({ from: index, to: index + 1, kind: row.kind, label: row.label })
      last = paragraph
    }
  })
  return blocks
}

function belongs(first: ReadRow, row: ReadRow, rows: number): boolean {
  return !first.label && !row.label && first.kind === row.kind && first.turn === row.turn && rows < MOST_ROWS
}

/** A row without text on a side has no paragraph there and parts nothing. */
function goesOn(last: Record<Side, number | null>, next: Record<Side, number | null>, side: Side): boolean {
  return last[side] !== null && last[side] === next[side]
}

export type Sentence<Row> = { row: Row; text: string; tail: string }

type Texts = {
  zh: string
  en: string
  zhTail: string
  enTail: string
  zhParagraph: number | null
  enParagraph: number | null
}

/**
 * One side of a block as paragraphs of sentences, each with the white space that followed it in what was brought in;
 * none follows the last of a paragraph. Rows without text on this side are left out.
 */
export function paragraphsOf<Row extends Texts>(rows: readonly Row[], side: Side): Sentence<Row>[][] {
  const paragraphs: Sentence<Row>[][] = []
  let number: number | null = null
  for (const row of rows) {
    if (row[side] === '') continue
    const own = row[`${side}Paragraph`]
    const sentence = { row, text: row[side], tail: row[`${side}Tail`] }
    if (paragraphs.length === 0 || (own !== null && number !== null && own !== number)) paragraphs.push([sentence])
    else paragraphs.at(-1)!.push(sentence)
    number = own ?? number
  }
  for (const paragraph of paragraphs) paragraph.at(-1)!.tail = ''
  return paragraphs
}
