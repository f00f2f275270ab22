import type { align as en } from '../en/align'

export const align: Record<keyof typeof en, string> = {
  mode: '模式',
  'mode-read': '阅读',
  'mode-align': '对齐',
  'mode-review': '审校',
  'mode-read-hint': '通读两种文本',
  'mode-align-hint': '修正哪些句子相互对应',
  'mode-review-hint': '编辑、记录差异并批准',
}
