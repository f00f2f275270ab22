/** Where the units of a new side go when the rows of the other side are already being worked on. Pure. */
import type { Bead } from '../bitext/align'
import type { Side } from '../bitext/text'
import { type CutText, type Row, rowsOfOneSide } from './rows'

type SideData = Partial<
  Pick<
    Row,
    | 'zh'
    | 'en'
    | 'zhTail'
    | 'enTail'
    | 'speakerZh'
    | 'speakerEn'
    | 'zhParagraph'
    | 'enParagraph'
    | 'confidence'
    | 'status'
  >
>

export type Placement = {
  /** These rows (joined into one if there are several) receive this text on the new side. */
  beside: { rowIndexes: number[]; data: SideData }[]
  /** New rows for what has no partner, after the row of that index (-1: before the first). */
  between: { afterRow: number; rows: Row[] }[]
}

/**
 * Rows keep their order, and the new text keeps its own: what the aligner found out of order is not moved
 * under people's hands but gets a row of its own, where it stands in its text.
 */
export function placeBeside(present: Side, beads: Bead[], added: CutText): Placement {
  const placement: Placement = { beside: [], between: [] }
  const single = rowsOfOneSide(added)
  let afterRow = -1
  for (const bead of inOrderOfAdded(present, beads)) {
    const rowIndexes = bead[present]
    const units = bead[present === 'zh' ? 'en' : 'zh']
    const inPlace = rowIndexes.length > 0 && !bead.moved && rowIndexes[0] > afterRow
    if (inPlace && units.length > 0) {
      placement.beside.push({
        rowIndexes,
        data: sideData(present, join(units.map((index) => single[index])), bead.confidence),
      })
      afterRow = rowIndexes[rowIndexes.length - 1]
    } else if (units.length > 0) {
      const rows = units.map((index) => single[index])
      const last = placement.between.at(-1)
      // One group for each place: two at the same place would be put in one before the other.
      if (last?.afterRow === afterRow) last.rows.push(...rows)
      else placement.between.push({ afterRow, rows })
    }
  }
  return placement
}

function inOrderOfAdded(present: Side, beads: Bead[]): Bead[] {
  const side = present === 'zh' ? 'en' : 'zh'
  return beads.filter((bead) => bead[side].length > 0).sort((a, b) => a[side][0] - b[side][0])
}

function join(rows: Row[]): Row {
  const last = rows[rows.length - 1]
  const text = (side: Side) =>
    rows.map((row, index) => (index < rows.length - 1 ? row[side] + row[`${side}Tail`] : row[side])).join('')
  return { ...rows[0], zh: text('zh'), en: text('en'), zhTail: last.zhTail, enTail: last.enTail }
}

function sideData(present: Side, row: Row, confidence: number): SideData {
  if (present === 'en')
    return { zh: row.zh, zhTail: row.zhTail, speakerZh: row.speakerZh, zhParagraph: row.zhParagraph, confidence }
  return {
    en: row.en,
    enTail: row.enTail,
    speakerEn: row.speakerEn,
    enParagraph: row.enParagraph,
    confidence,
    status: 'translated',
  }
}
