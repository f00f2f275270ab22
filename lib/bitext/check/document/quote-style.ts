/** Straight and curly quotation marks and apostrophes, dashes and hyphens for dashes in one document: the rare kind is reported where it stands. */
import type { CheckedSegment } from '../finding'
import { finding } from '../messages'
import { type DocumentCheck, type DocumentFinding, mentionsOf } from './variants'

const ID = 'quote-style'

export const quoteStyle: DocumentCheck = {
  id: ID,
  says: 'The English keeps to one kind of quotation marks, straight or curly, and one kind of dash.',
  run: (segments) => [
    ...report(segments, /"/g, /[“”]/g),
    ...report(segments, /(?<=\p{L})'(?=\p{L})/gu, /(?<=\p{L})’(?=\p{L})/gu),
    ...dashes(segments),
  ],
}

// More than one in five is no slip but two styles side by side, and a matter for the house and not for a row.
const RARE = 0.2

function report(segments: readonly CheckedSegment[], straight: RegExp, curly: RegExp): DocumentFinding[] {
  const kinds = [straight, curly].map((pattern) => mentionsOf(segments, 'en', pattern, ([words]) => words!))
  const [rare, usual] = kinds.sort((a, b) => a.length - b.length) as [(typeof kinds)[0], (typeof kinds)[0]]
  if (rare.length === 0 || rare.length > usual.length * RARE) return []
  const seen = new Set<string>()
  return rare.flatMap((mention) => {
    if (seen.has(mention.segment.id)) return []
    seen.add(mention.segment.id)
    const values = { words: mention.words, other: usual[0]!.words }
    return [{ segmentId: mention.segment.id, ...finding(ID, 'note', 'quote-style', values, { en: mention }) }]
  })
}

// "sizes - large" beside "Journey — A View". Between numbers or capitals a hyphen may be a minus or part of a name.
const HYPHEN = /(?<=[a-z,)”"]) - (?=[a-z“"(])/g
const DASH = /[—–](?!\d)/g

/** A document that has no dash but the hyphen has its own style; many newspapers do. */
function dashes(segments: readonly CheckedSegment[]): DocumentFinding[] {
  const [hyphens, dashes] = [HYPHEN, DASH].map((pattern) => mentionsOf(segments, 'en', pattern, ([words]) => words!))
  if (hyphens!.length > Math.max(1, dashes!.length / 2) || dashes!.length === 0) return []
  return hyphens!.map((mention) => ({
    segmentId: mention.segment.id,
    ...finding(ID, 'note', 'typography-hyphen-dash', { other: dashes![0]!.words }, { en: mention }),
  }))
}
