/** Fractions of one character: ½, ⅔. They stand in menus and recipes as well, so they answer a number and are not missed. */
import { type Found, quantityOf } from './found'

const VALUES: Record<string, number> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
}

export function vulgarFraction(text: string, at: number): Found | null {
  const value = VALUES[text[at] ?? '']
  // 1½ is one number, and no part of it.
  if (value === undefined || /\d/.test(text[at - 1] ?? '')) return null
  return { from: at, to: at + 1, ...quantityOf('fraction', value), weight: 'soft' }
}
