/** Numbers that name no exact value, and words that stand for a small one: 成千上万, 上百, 双. */
import { type Found, quantityOf } from '../found'
import type { Numeral } from '../numeral'
import { readChineseNumber } from './number'
import { notNumberAt, SILENT } from './words'

const VAGUE: readonly [RegExp, number][] = [
  [/成千上万|成千累万|千千万万/y, 1000],
  [/成百上千/y, 100],
  [/数以亿计/y, 1e8],
  [/数以千万计/y, 1e7],
  [/数以百万计/y, 1e6],
  [/数以十万计/y, 1e5],
  [/数以万计/y, 1e4],
  [/数以千计/y, 1e3],
  [/数以百计/y, 100],
]

export function vague(text: string, at: number): Found | null {
  if (text[at] === '上') return reaching(text, at)
  for (const [pattern, value] of VAGUE) {
    pattern.lastIndex = at
    const words = pattern.exec(text)?.[0]
    if (words)
      return {
        from: at,
        to: at + words.length,
        ...quantityOf('indefinite', value),
        weight: 'soft',
        also: value === 1000 ? [quantityOf('indefinite', 1e4)] : [],
      }
  }
  return null
}

/** 上百, 上万, 上亿: as much as a hundred and more. */
function reaching(text: string, at: number): Found | null {
  if (!/[百千万亿]/.test(text[at + 1] ?? '') || /[以之身马晚早网线]/.test(text[at - 1] ?? '')) return null
  const read = notNumberAt(text, at + 1) === null ? readChineseNumber(text, at + 1) : null
  if (!read?.bare) return null
  return {
    from: at,
    to: read.to,
    ...quantityOf('indefinite', read.value),
    weight: 'soft',
    loose: true,
    also: [quantityOf('cardinal', read.value)],
  }
}

const ANY_SILENT = new RegExp(SILENT.map(({ pattern }) => pattern.source).join('|'))

export function silent(original: string, text: string): Numeral[] {
  if (!ANY_SILENT.test(text)) return []
  return SILENT.flatMap(({ pattern, value, kind }) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      from: index,
      to: index + words.length,
      text: original.slice(index, index + words.length),
      kind,
      value,
      unit: '',
      modifier: 'exact' as const,
      weight: 'soft' as const,
      counted: false,
      also: [],
    })),
  )
}
