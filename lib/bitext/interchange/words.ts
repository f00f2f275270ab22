/** The words exports use of themselves, in the language of whoever reads them. */
import type { BlockKind } from '../intake/block'
import type { GoverningRule } from '../text'

export type ExportLanguage = 'en' | 'zh'

type Names = Record<string, string>

export type Words = {
  columns: { row: string; zh: string; en: string; status: string; notes: string }
  governing: Record<GoverningRule, string>
  source: { zh: string; en: string; received: string }
  exported: string
  kinds: Partial<Record<BlockKind, string>>
  statuses: Names
  flags: Names
  types: Names
  severities: Names
  decisions: Names
  open: string
  sides: { zh: string; en: string }
  errata: {
    title: string
    none: string
    number: string
    place: string
    text: string
    was: string
    is: string
    date: string
    reason: string
    nothing: string
    /** In place of a type: a correction of the governing text that no discrepancy speaks of. */
    noNote: string
    groups: { governing: string; 'changes-meaning': string; formal: string; unspecified: string }
    effects: Names
    /** The first edition has nothing to correct. */
    first: string
    preview: string
    ofEdition: (number: number, day: string) => string
    ofNext: (number: number) => string
    against: (number: number, day: string) => string
    hash: (number: number, sha256: string) => string
    row: (row: number) => string
    olderRow: (edition: number, row: number) => string
    aside: (words: string) => string
    turn: (turn: number) => string
  }
}

const en: Words = {
  columns: { row: 'Row', zh: 'Chinese', en: 'English', status: 'Status', notes: 'Discrepancies' },
  governing: {
    'prevails-zh': 'Governing text: Chinese. Where the two texts differ, the Chinese prevails.',
    'prevails-en': 'Governing text: English. Where the two texts differ, the English prevails.',
    'equally-authentic': 'Governing text: both. The Chinese and the English are equally authentic.',
    'reference-only': 'Governing text: none. One text is given for reference only.',
  },
  source: { zh: 'Chinese text', en: 'English text', received: 'received' },
  exported: 'Exported',
  kinds: { credit: 'Credits', 'prevail-clause': 'Prevail clause', caption: 'Caption', furniture: 'Page furniture' },
  statuses: {
    draft: 'Draft',
    translated: 'Translated',
    revised: 'Revised',
    reviewed: 'Reviewed',
    released: 'Released',
  },
  flags: { stale: 'stale', disputed: 'disputed', locked: 'locked', moved: 'moved' },
  types: {
    mistranslation: 'Mistranslation',
    number: 'Number',
    'date-time': 'Date or time',
    'entity-or-title': 'Name or title',
    omission: 'Omission',
    addition: 'Addition',
    'over-translation': 'Over-translation',
    'under-translation': 'Under-translation',
    terminology: 'Terminology',
    grammar: 'Grammar',
    typography: 'Typography',
    spelling: 'Spelling',
    'style-register': 'Style or register',
    'governing-text-error': 'Governing-text error',
    'editorial-latitude': 'Editorial latitude',
  },
  severities: { neutral: 'neutral', minor: 'minor', major: 'major', critical: 'critical' },
  decisions: {
    'mend-translation': 'Correct the translation',
    'mend-either': 'Correct one of the texts',
    'query-issuer': 'Ask the issuer about the governing text',
    'keep-both': 'Both are right: keep and explain',
    'editorial-latitude': 'Editorial latitude',
  },
  open: 'Open',
  sides: { zh: 'Chinese', en: 'English' },
  errata: {
    title: 'Errata',
    none: 'No errata: no passage was corrected after a discrepancy since the edition before.',
    number: 'No.',
    place: 'Place',
    text: 'Text',
    was: 'Was',
    is: 'Is',
    date: 'Decided on',
    reason: 'Reason',
    nothing: '(nothing)',
    noNote: 'Without a discrepancy on record',
    groups: {
      governing: 'Corrections of the governing text',
      'changes-meaning': 'Corrections that change the meaning',
      formal: 'Corrections of form',
      unspecified: 'Other corrections',
    },
    effects: { 'changes-meaning': 'Changes the meaning.', formal: 'Form only.' },
    first: 'This is the first edition: there is no earlier one to correct, and no errata.',
    preview: 'Preview, not published.',
    ofEdition: (number, day) => `Edition ${number}, published on ${day}`,
    ofNext: (number) => `What edition ${number} would correct if it were published now`,
    against: (number, day) => `Corrects edition ${number} of ${day}`,
    hash: (number, sha256) => `SHA-256 of edition ${number}: ${sha256}`,
    row: (row) => `Row ${row}`,
    olderRow: (edition, row) => `row ${row} of edition ${edition}`,
    aside: (words) => ` (${words})`,
    turn: (turn) => `turn ${turn}`,
  },
}

const zh: Words = {
  columns: { row: '行', zh: '中文', en: '英文', status: '状态', notes: '差异' },
  governing: {
    'prevails-zh': '作准文本：中文。两种文本如有出入，以中文文本为准。',
    'prevails-en': '作准文本：英文。两种文本如有出入，以英文文本为准。',
    'equally-authentic': '作准文本：两种文本同等作准。',
    'reference-only': '作准文本：无。其中一种文本仅供参考。',
  },
  source: { zh: '中文文本', en: '英文文本', received: '收到日期' },
  exported: '导出时间',
  kinds: { credit: '署名', 'prevail-clause': '作准条款', caption: '图片说明', furniture: '页面元素' },
  statuses: { draft: '初稿', translated: '已翻译', revised: '已校对', reviewed: '已审读', released: '已定稿' },
  flags: { stale: '待核对', disputed: '有争议', locked: '已锁定', moved: '位置已移' },
  types: {
    mistranslation: '误译',
    number: '数字',
    'date-time': '日期时间',
    'entity-or-title': '名称或职务',
    omission: '漏译',
    addition: '增译',
    'over-translation': '译得过重',
    'under-translation': '译得不足',
    terminology: '术语',
    grammar: '语法',
    typography: '排版标点',
    spelling: '拼写',
    'style-register': '文体语域',
    'governing-text-error': '作准文本有误',
    'editorial-latitude': '编辑处理余地',
  },
  severities: { neutral: '中性', minor: '轻微', major: '严重', critical: '致命' },
  decisions: {
    'mend-translation': '修改译文',
    'mend-either': '修改其中一方',
    'query-issuer': '询问发布机关',
    'keep-both': '两者均保留并说明',
    'editorial-latitude': '属编辑处理余地',
  },
  open: '待裁定',
  sides: { zh: '中文', en: '英文' },
  errata: {
    title: '勘误表',
    none: '无勘误：自上一版以来，没有因差异而更正的内容。',
    number: '序号',
    place: '位置',
    text: '文本',
    was: '原为',
    is: '更正为',
    date: '裁定日期',
    reason: '理由',
    nothing: '（无）',
    noNote: '无对应差异记录',
    groups: {
      governing: '作准文本的更正',
      'changes-meaning': '改变含义的更正',
      formal: '形式更正',
      unspecified: '其他更正',
    },
    effects: { 'changes-meaning': '改变含义。', formal: '仅涉形式。' },
    first: '本版为首版，此前没有可供更正的版本，故无勘误。',
    preview: '预览，尚未发布。',
    ofEdition: (number, day) => `第${number}版，${day}发布`,
    ofNext: (number) => `若现在发布第${number}版，将更正以下内容`,
    against: (number, day) => `更正对象：${day}发布的第${number}版`,
    hash: (number, sha256) => `第${number}版SHA-256：${sha256}`,
    row: (row) => `第${row}行`,
    olderRow: (edition, row) => `第${edition}版第${row}行`,
    aside: (words) => `（${words}）`,
    turn: (turn) => `第${turn}轮发言`,
  },
}

export const WORDS: Record<ExportLanguage, Words> = { en, zh }

/** The name of a value in the reader's language; a value without one stands for itself. */
export function nameOf(names: Names, value: string): string {
  return Object.hasOwn(names, value) ? names[value]! : value
}

/** A calendar day as everyone reads it. Days are those of UTC, because an export knows no one's clock. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

export function minuteOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
