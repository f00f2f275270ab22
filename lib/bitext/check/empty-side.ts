/** A segment with words on one side only: something was left out or added. Quiet while a whole side is still to come. */
import type { Check, CheckedSegment, Finding } from './finding'
import { finding } from './messages'

const ID = 'empty-side'

export const emptySide: Check = {
  id: ID,
  says: 'Neither side of a segment is empty.',
  run: (segment, settings) => (settings.oneSided ? [] : report(segment)),
}

function report({ zh, en }: CheckedSegment): Finding[] {
  const [noZh, noEn] = [zh.trim() === '', en.trim() === '']
  if (noZh === noEn) return []
  if (noEn) return [finding(ID, 'error', 'side-empty-en', {}, { zh: { from: 0, to: zh.length } })]
  return [finding(ID, 'error', 'side-empty-zh', {}, { en: { from: 0, to: en.length } })]
}
