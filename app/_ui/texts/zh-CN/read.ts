import type { read as en } from '../en/read'

export const read: Record<keyof typeof en, string> = {
  'inspector-width': '检视栏宽度',
  'sheet-full': '展开到全高',
  'sheet-half': '收到半高',
  'sheet-hint': '可拖动，也可按 ↑ ↓；按 Esc 关闭',
}
