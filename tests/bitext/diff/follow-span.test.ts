import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followSpan } from '@/lib/bitext/diff'
import { edited, RUNS, side } from './texts'

describe('followSpan', () => {
  it.each([
    // The mark is the text between ⟦ and ⟧, before and after.
    ['en', 'nothing ⟦changed⟧ here', 'nothing ⟦changed⟧ here'],
    ['en', 'words ⟦marked⟧ move', 'Many more words ⟦marked⟧ move on'],
    ['en', 'after ⟦it⟧', 'after ⟦it⟧ comes more'],
    ['en', 'about ⟦689,000 cases⟧ solved', 'about ⟦68,900 cases⟧ solved'],
    ['en', '⟦one three⟧', '⟦one two three⟧'],
    ['en', 'a ⟦whole⟧ word', 'a ⟦different⟧ word'],
    ['zh', '破案⟦68.9万⟧起', '共破案⟦69.8万⟧起'],
    ['zh', '⟦公安机关⟧的工作', '⟦全国公安机关⟧的工作', '全国⟦公安机关⟧的工作'],
    // Gone, with nothing in its place or lost in a wider change.
    ['en', 'a ⟦marked⟧ word', 'a word', null],
    ['en', 'all ⟦of⟧ this', 'nothing', null],
    ['en', '⟦gone⟧', '', null],
    // A change that reaches beyond the mark leaves what stayed inside.
    ['en', 'alpha ⟦beta gamma⟧ delta', 'omega ⟦gamma⟧ delta'],
    ['en', 'none ⟦⟧ marked', 'none marked', null],
  ] as const)('%s: %s → %s', (language, marked, expected, instead?: string | null) => {
    const want = instead === undefined ? expected : instead
    const { text: before, span } = unmarked(marked)
    const after = unmarked(expected).text
    expect(followSpan(span!, before, after, language)).toEqual(want === null ? null : unmarked(want).span)
  })

  it('law: a mark in an unchanged text stays, and a found mark lies in the text and is not blank', () => {
    fc.assert(
      fc.property(edited, fc.nat(80), fc.nat(20), side, ([before, after], from, length, language) => {
        const span = { from: Math.min(from, before.length), to: Math.min(from + length, before.length) }
        const marked = before.slice(span.from, span.to)
        expect(followSpan(span, before, before, language)).toEqual(marked.trim() === '' ? null : span)
        const followed = followSpan(span, before, after, language)
        if (followed) expect(after.slice(followed.from, followed.to).trim()).not.toBe('')
        if (followed) expect(0 <= followed.from && followed.to <= after.length).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

function unmarked(marked: string): { text: string; span: { from: number; to: number } | null } {
  const from = marked.indexOf('⟦')
  if (from < 0) return { text: marked, span: null }
  const text = marked.replace(/[⟦⟧]/g, '')
  return { text, span: { from, to: marked.indexOf('⟧') - 1 } }
}
