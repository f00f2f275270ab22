/** Documents to export: one written by hand that has a bit of everything, and random ones for laws. */
import fc from 'fast-check'
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from '@/lib/bitext/interchange'

export function segment(row: number, given: Partial<ExportedSegment>): ExportedSegment {
  return {
    id: String(100 + row),
    row,
    kind: 'speech',
    label: false,
    zhParagraph: given.zh ? row : null,
    enParagraph: given.en ? row : null,
    zh: '',
    en: '',
    speakerZh: '',
    speakerEn: '',
    status: 'draft',
    flags: [],
    zhTail: given.zh ? '\n' : '',
    enTail: given.en ? '\n\n' : '',
    ...given,
  }
}

export function discrepancy(number: number, given: Partial<ExportedDiscrepancy>): ExportedDiscrepancy {
  return {
    number,
    row: 1,
    type: 'number',
    severity: 'major',
    state: 'open',
    zh: null,
    en: null,
    note: '',
    raisedBy: 'Li Wen',
    raisedAt: new Date('2026-11-20T08:00:00Z'),
    decision: null,
    decisionNote: '',
    legalEffect: null,
    decidedBy: null,
    decidedAt: null,
    was: null,
    is: null,
    ...given,
  }
}

const zhang = { speakerZh: '张明', speakerEn: 'Zhang Ming' }
const asks = { speakerZh: '晨报记者', speakerEn: 'Morning Post' }

/** A sample of our own writing, not taken from any briefing. */
export const sample: ExportedDocument = {
  id: 'doc-1',
  title: 'Briefing on harbour works <draft>',
  governing: 'prevails-zh',
  exportedAt: new Date('2026-11-23T10:00:00Z'),
  sources: [
    {
      side: 'zh',
      fileName: '港口.txt',
      address: 'https://example.org/zh?a=1&b=2',
      sha256: 'ab'.repeat(32),
      receivedAt: new Date('2026-11-19T01:00:00Z'),
    },
    {
      side: 'en',
      fileName: 'harbour.txt',
      address: '',
      sha256: 'cd'.repeat(32),
      receivedAt: new Date('2026-11-19T02:00:00Z'),
    },
  ],
  segments: [
    segment(1, { kind: 'headline', zh: '港口工程情况介绍会', en: 'Briefing on the Harbour Works', status: 'reviewed' }),
    segment(2, { kind: 'dateline', zh: '2026年11月19日', en: 'Nov. 19, 2026' }),
    segment(3, { kind: 'speaker-list', zh: '港务局副局长 张明', en: 'Zhang Ming, deputy head of the harbour office' }),
    segment(4, { kind: 'speech', label: true, zh: '张明：', en: 'Zhang Ming:', ...zhang }),
    segment(5, {
      zh: '各位好。',
      en: 'Good morning.',
      zhParagraph: 4,
      enParagraph: 4,
      zhTail: '',
      enTail: ' ',
      ...zhang,
    }),
    segment(6, {
      zh: '今年完成吞吐量68.9万吨，增长近三成。',
      en: 'Throughput reached 698,000 tonnes this year, up by 30%.',
      zhParagraph: 4,
      enParagraph: 4,
      status: 'revised',
      flags: ['stale'],
      ...zhang,
    }),
    segment(7, { kind: 'question', label: true, zh: '晨报记者：', en: 'Morning Post:', ...asks }),
    segment(8, { kind: 'question', zh: '航道何时开放？', en: 'When will the channel open? <b>Soon?</b>', ...asks }),
    segment(9, { kind: 'answer', zh: '明年一季度。', ...zhang }),
    segment(10, { kind: 'credit', zh: '翻译：李文', en: 'Translated by Li Wen' }),
    segment(11, { kind: 'prevail-clause', zh: '以中文版本为准。', en: 'The Chinese version prevails.' }),
    segment(12, { kind: 'furniture', en: 'Share this & more' }),
  ],
  discrepancies: [
    discrepancy(1, {
      row: 6,
      zh: { from: 7, to: 12, quote: '68.9万' },
      en: { from: 19, to: 26, quote: '698,000' },
      note: 'Digits "swapped" & wrong.',
      state: 'decided',
      decision: 'mend-translation',
      decisionNote: 'Figures were checked with the office.',
      legalEffect: 'changes-meaning',
      decidedBy: 'Wang Yi',
      decidedAt: new Date('2026-11-21T08:00:00Z'),
      was: '698,000',
      is: '689,000',
    }),
    discrepancy(2, {
      row: 6,
      type: 'omission',
      severity: 'minor',
      zh: { from: 16, to: 17, quote: '近' },
      note: '“近” is not there in English.',
    }),
    discrepancy(3, {
      row: 1,
      type: 'typography',
      severity: 'neutral',
      state: 'decided',
      en: { from: 16, to: 23, quote: 'Harbour' },
      decision: 'keep-both',
      decisionNote: 'House style.',
      legalEffect: 'formal',
      decidedBy: 'Wang Yi',
      decidedAt: new Date('2026-11-22T08:00:00Z'),
    }),
  ],
}

const strange = [
  '',
  '&',
  '<b>',
  ']]>',
  '"',
  "'",
  "''",
  '=',
  '+1',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '\u0000',
  '\u000c',
]
const stranger = [
  '\ud800',
  '\udc00',
  '\ufffe',
  '\uffff',
  '\ufeff',
  '\u0085',
  '\u2028',
  '𠮷',
  '＝',
  '＠',
  'U+000C',
  '中文',
  'en',
  ' ',
]

/** Anything a cell of a database might hold. */
export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...strange, ...stranger), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))

export const anyDocument = fc
  .array(
    fc.record({ zh: anyText, en: anyText, zhTail: anyText, enTail: anyText, status: anyText, speakerEn: anyText }),
    {
      maxLength: 6,
    },
  )
  .map((rows): ExportedDocument => ({ ...sample, segments: rows.map((row, index) => segment(index + 1, row)) }))

export function textsOf({ segments }: ExportedDocument) {
  return segments.map(({ id, zh, en }) => ({ id, zh, en }))
}
