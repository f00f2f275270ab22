/** Aligned sentences as a document to export: one row a bead, no team work on it yet. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Bead } from '../../bitext/align'
import { type ExportedDocument, type ExportedSegment, toCsv, toTmx } from '../../bitext/interchange'

type Paths = { zh: string; en: string }

export async function bitextDocument(
  format: 'tmx' | 'csv',
  paths: Paths,
  zh: readonly string[],
  en: readonly string[],
  beads: readonly Bead[],
): Promise<string> {
  const exportedAt = await newest(paths)
  const document: ExportedDocument = {
    id: 'bitext',
    title: paths.zh === '-' ? basename(paths.en) : basename(paths.zh),
    governing: 'reference-only',
    exportedAt,
    sources: [],
    segments: beads.map((bead, at) => segmentOf(bead, at, zh, en)),
    discrepancies: [],
  }
  return format === 'tmx' ? toTmx(document) : toCsv(document)
}

/** The same files give the same export: its date is theirs, not the clock's. */
async function newest({ zh, en }: Paths): Promise<Date> {
  const times = await Promise.all(
    [zh, en].filter((path) => path !== '-').map(async (path) => (await stat(path)).mtimeMs),
  )
  return new Date(Math.max(0, ...times))
}

function segmentOf(bead: Bead, at: number, zh: readonly string[], en: readonly string[]): ExportedSegment {
  return {
    id: String(at + 1),
    row: at + 1,
    kind: 'speech',
    label: false,
    zhParagraph: bead.zh.length > 0 ? at + 1 : null,
    enParagraph: bead.en.length > 0 ? at + 1 : null,
    zh: bead.zh.map((index) => zh[index]!).join(''),
    en: bead.en.map((index) => en[index]!).join(' '),
    speakerZh: '',
    speakerEn: '',
    status: 'draft',
    flags: [],
    zhTail: '\n',
    enTail: '\n',
  }
}
