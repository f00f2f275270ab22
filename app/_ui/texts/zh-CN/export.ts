import type { exportTexts as en } from '../en/export'

export const exportTexts: Record<keyof typeof en, string> = {
  action: '导出',
  formats: '导出格式',
  'format.docx': 'Word 对照表',
  'format.tmx': 'TMX 1.4b',
  'format.csv': 'CSV',
  'format.html': '网页',
  'format.errata': '勘误表',
  'format.json': 'JSON',
  'formatHint.docx': '双语两栏，便于在 Word 中阅读和批注。',
  'formatHint.tmx': '翻译记忆库，供计算机辅助翻译工具使用。',
  'formatHint.csv': '每句段一行，供电子表格使用。',
  'formatHint.html': '供打印：双语全文、署名与作准条款。',
  'formatHint.errata': '改正了什么：原文、现文与理由。供打印。',
  'formatHint.json': '全部数据，供程序使用。',
  preparing: '正在生成文件……',
  done: '“{name}”已生成。',
}
