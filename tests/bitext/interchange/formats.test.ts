import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, toJson } from '@/lib/bitext/interchange'
import { markedPieces } from '@/lib/bitext/interchange/marked-text'
import { WORDS } from '@/lib/bitext/interchange/words'
import { anyDocument, sample } from './documents'

describe('EXPORT_FORMATS', () => {
  it('has ids and extensions of their own', () => {
    for (const of of ['id', 'extension'] as const) {
      expect(new Set(EXPORT_FORMATS.map((format) => format[of])).size).toBe(EXPORT_FORMATS.length)
    }
  })

  it.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))(
    'renders %s in both languages',
    async (_, format) => {
      for (const language of ['en', 'zh'] as const) {
        const rendered = await format.render(sample, language)
        expect(rendered.length).toBeGreaterThan(500)
        const isText = !format.mediaType.includes('officedocument')
        expect(typeof rendered === 'string').toBe(isText)
      }
    },
  )
})

describe('toJson', () => {
  it('keeps everything, in the same order whatever the order it was given in', () => {
    const reversed = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse()) as T
    const shuffled = {
      ...reversed(sample),
      segments: sample.segments.map(reversed),
      discrepancies: sample.discrepancies.map(reversed),
    }
    expect(toJson(shuffled)).toBe(toJson(sample))
    expect(JSON.parse(toJson(sample))).toMatchObject(JSON.parse(JSON.stringify(sample)))
  })

  it('law: holds any text as it is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(JSON.parse(toJson(document)).segments).toMatchObject(document.segments)
      }),
    )
  })
})

describe('WORDS', () => {
  it('has every word in both languages', () => {
    const paths = (value: object, at = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'string' ? [`${at}${key}${inner === '' ? ' is empty' : ''}`] : paths(inner, `${at}${key}.`),
      )
    expect(paths(WORDS.zh)).toEqual(paths(WORDS.en))
  })
})

describe('markedPieces', () => {
  it('law: the pieces join to the text and exactly the marked places are marked', () => {
    const mark = fc.tuple(fc.nat(15), fc.nat(15)).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(mark, { maxLength: 4 }), (text, marks) => {
        const pieces = markedPieces(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const flags = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.marked))
        const wanted = Array.from({ length: text.length }, (_, at) =>
          marks.some(({ from, to }) => from <= at && at < to),
        )
        expect(flags).toEqual(wanted)
      }),
    )
  })
})
