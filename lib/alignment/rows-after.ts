/** The rows as they are once their texts stand elsewhere: what belongs to a text goes with it, approvals end with their pair. Pure. */
import type { Side } from '../bitext/text'
import { rank, type SegmentStatus } from '../segment/rules'
import { type Arrangement, type Cell, tailOf, textOf } from './arrangement'
import { statusOfJoined } from './rules'
import type { Travel } from './travel'

/** What of a row is neither its text nor its place. */
export type Face = {
  kind: string
  label: boolean
  turn: number | null
  speakerZh: string
  speakerEn: string
  zhParagraph: number | null
  enParagraph: number | null
  confidence: number | null
  moved: boolean
  confirmed: boolean
  status: SegmentStatus
  stale: boolean
  locked: boolean
  translatedBy: string | null
  hands: string[]
  revisedBy: string | null
  reviewedBy: string | null
}

export type AlignedRow = Face & {
  id: number
  position: number
  enOrder: number
  zh: string
  en: string
  zhTail: string
  enTail: string
  zhVersion: number
  enVersion: number
}

export type RowAfter = Face & { id: number; zh: string; en: string; zhTail: string; enTail: string }

/** `missing`: the side the document does not have, if it has only one. */
export function rowsAfter(rows: ReadonlyMap<number, AlignedRow>, travel: Travel, oneSided: Side | null): RowAfter[] {
  const english = new Map(travel.after.en.cells.map((cell) => [cell.row, cell]))
  return travel.after.zh.cells.map((zh) => rowAfter(rows, travel, zh, english.get(zh.row) as Cell, oneSided))
}

function rowAfter(
  rows: ReadonlyMap<number, AlignedRow>,
  travel: Travel,
  zhCell: Cell,
  enCell: Cell,
  oneSided: Side | null,
): RowAfter {
  const id = zhCell.row
  const texts = textsOf(travel.after, zhCell, enCell)
  const own = rows.get(id)
  if (own && (['zh', 'en', 'zhTail', 'enTail'] as const).every((field) => own[field] === texts[field])) {
    return { ...faceOf(own), id, ...texts }
  }
  const sources = { zh: travel.sources(id, 'zh'), en: travel.sources(id, 'en') }
  const parts = partsOf(rows, sources)
  const model = own ?? parts[0].row
  const [zhFirst, enFirst] = [sources.zh, sources.en].map(([first]) => (first ? rows.get(first.row) : undefined))
  const status = statusOfJoined(
    parts.map(({ row, whole }) => ({ status: row.status, zh: row.zh !== '', en: row.en !== '', whole })),
    { zh: texts.zh !== '', en: texts.en !== '' },
    oneSided,
  )
  const translators = [own, ...parts.map(({ row }) => row)].flatMap((row) => row?.translatedBy ?? [])
  return {
    id,
    ...texts,
    kind: model.kind,
    label: own?.label ?? false,
    turn: model.turn,
    speakerZh: zhFirst?.speakerZh ?? '',
    speakerEn: enFirst?.speakerEn ?? '',
    zhParagraph: zhFirst?.zhParagraph ?? null,
    enParagraph: enFirst?.enParagraph ?? null,
    // Found by no aligner any more, and confirmed by no one yet.
    confidence: null,
    confirmed: false,
    moved: texts.en !== '' && model.moved,
    status,
    stale: parts.some(({ row }) => row.stale),
    locked: model.locked,
    translatedBy: translators[0] ?? null,
    hands: [...new Set([...parts.flatMap(({ row }) => row.hands), ...translators])],
    ...approvals(status, own),
  }
}

function textsOf({ zh, en }: Arrangement, zhCell: Cell, enCell: Cell) {
  return { zh: textOf(zh, zhCell), en: textOf(en, enCell), zhTail: tailOf(zh, zhCell), enTail: tailOf(en, enCell) }
}

/** The rows that a row's texts came from, and whether it has all of both their texts. */
function partsOf(rows: ReadonlyMap<number, AlignedRow>, sources: Record<Side, { row: number; whole: boolean }[]>) {
  const wholes = (side: Side) => new Map(sources[side].map(({ row, whole }) => [row, whole]))
  const [zh, en] = [wholes('zh'), wholes('en')]
  return [...new Set([...zh.keys(), ...en.keys()])].flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const whole = (row.zh === '' || zh.get(id) === true) && (row.en === '' || en.get(id) === true)
    return [{ row, whole }]
  })
}

/** Approvals of steps that the row has reached. */
function approvals(status: SegmentStatus, own: Face | undefined) {
  return {
    revisedBy: rank(status) >= rank('revised') ? (own?.revisedBy ?? null) : null,
    reviewedBy: rank(status) >= rank('reviewed') ? (own?.reviewedBy ?? null) : null,
  }
}

/** Exactly the fields of a face, in their order. */
export function faceOf(row: Face): Face {
  const { kind, label, turn, speakerZh, speakerEn, zhParagraph, enParagraph, confidence, moved, confirmed } = row
  const { status, stale, locked, translatedBy, hands, revisedBy, reviewedBy } = row
  return {
    kind,
    label,
    turn,
    speakerZh,
    speakerEn,
    zhParagraph,
    enParagraph,
    confidence,
    moved,
    confirmed,
    status,
    stale,
    locked,
    translatedBy,
    hands,
    revisedBy,
    reviewedBy,
  }
}
