import { expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../lib/bitext/interchange'
import type { ExportedDocument, ExportedSegment } from '../../lib/bitext/interchange/bitext-document'
import { render, renderExport } from '../../lib/edition/render-export'

const LONG = 700

test.each(EXPORT_FORMATS.filter(({ id }) => id !== 'docx').map(({ id }) => id))(
  'a long document is written beside as it is written here: %s',
  async (format) => {
    const document = long()
    expect(await renderExport(format, document, 'en')).toEqual(await render(format, document, 'en'))
  },
)

test('a long docx is a docx', async () => {
  const bytes = await renderExport('docx', long(), 'zh')
  expect(
    Buffer.from(bytes as Uint8Array)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

function long(): ExportedDocument {
  return {
    id: '01a20a6f-c933-760a-b9e2-7eed21286f40',
    title: 'A long one',
    governing: 'prevails-zh',
    exportedAt: new Date('2026-11-23T00:00:00Z'),
    sources: [],
    segments: Array.from({ length: LONG }, (_, at) => segment(at)),
    discrepancies: [],
  }
}

function segment(at: number): ExportedSegment {
  return {
    id: String(at),
    row: at + 1,
    kind: 'point',
    label: false,
    zhParagraph: at,
    enParagraph: at,
    zh: `第${at}句。`,
    en: `Sentence ${at}.`,
    speakerZh: '',
    speakerEn: '',
    status: 'translated',
    flags: [],
    zhTail: '\n',
    enTail: '\n',
  }
}
