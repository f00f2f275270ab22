import type { importTexts as en } from '../en/import'

export const importTexts: Record<keyof typeof en, string> = {}
