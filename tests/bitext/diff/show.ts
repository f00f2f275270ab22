import type { Difference } from '@/lib/bitext/diff'

/** Differences as one readable line: [-gone-]{+new+}. */
export function show(differences: Difference[]): string {
  const marks = { same: ['', ''], delete: ['[-', '-]'], insert: ['{+', '+}'] } as const
  return differences.map(({ op, text }) => marks[op][0] + text + marks[op][1]).join('')
}

export function textBefore(differences: Difference[]): string {
  return differences.map(({ op, text }) => (op === 'insert' ? '' : text)).join('')
}

export function textAfter(differences: Difference[]): string {
  return differences.map(({ op, text }) => (op === 'delete' ? '' : text)).join('')
}
