/** Rows go to the database as one value, a list of JSON records, and are read there by these columns and types. */
import { Prisma } from '../db'

export const COLUMN_TYPES = {
  position: 'int',
  enOrder: 'int',
  kind: 'text',
  label: 'bool',
  turn: 'int',
  speakerZh: 'text',
  speakerEn: 'text',
  zhParagraph: 'int',
  enParagraph: 'int',
  zh: 'text',
  en: 'text',
  zhTail: 'text',
  enTail: 'text',
  zhVersion: 'int',
  enVersion: 'int',
  confidence: 'float8',
  moved: 'bool',
  confirmed: 'bool',
  status: '"SegmentStatus"',
  stale: 'bool',
  locked: 'bool',
  translatedBy: 'uuid',
  hands: 'uuid[]',
  revisedBy: 'uuid',
  reviewedBy: 'uuid',
} as const

export type SegmentColumn = keyof typeof COLUMN_TYPES

/** `, "zh", "en"`, or with what they belong to: `, x."zh", x."en"`. */
export function namesOf(columns: readonly SegmentColumn[], of = ''): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `, ${of}"${column}"`).join(''))
}

/** `, "zh" text, "en" text`: how the records are read. */
export function typesOf(columns: readonly SegmentColumn[]): Prisma.Sql {
  return Prisma.raw(columns.map((column) => `, "${column}" ${COLUMN_TYPES[column]}`).join(''))
}
