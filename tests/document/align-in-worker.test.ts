/** Aligning in a thread of its own: the same answer, with progress, ended when told to, errors as errors. */
import { describe, expect, it } from 'vitest'
import { align } from '../../lib/bitext/align'
import { alignInWorker } from '../../lib/document/align-in-worker'
import { loadLexicon } from '../../lib/lexicon'

const zh = ['今天下雨。', '他在家里看书。', '明天去哪里？', '我们坐火车去北京。']
const en = [
  'It is raining today.',
  'He is reading a book at home.',
  'Where are we going tomorrow?',
  'We are taking a train to Beijing.',
]

describe('alignInWorker', () => {
  it('answers what align answers, and tells the share done', async () => {
    const shares: number[] = []
    const options = { cuts: [{ zh: 2, en: 2 }], paragraphs: { zh: [0, 2], en: [0, 2] } }
    const alignment = await alignInWorker({ zh, en, ...options }, { onProgress: (share) => shares.push(share) })
    expect(alignment).toEqual(align(zh, en, { ...options, lexicon: loadLexicon() }))
    expect(shares.at(-1)).toBe(1)
  })

  it('ends when told to', async () => {
    const control = new AbortController()
    const running = alignInWorker({ zh, en }, { signal: control.signal })
    control.abort(new Error('enough'))
    await expect(running).rejects.toThrow('enough')
    await expect(alignInWorker({ zh, en }, { signal: control.signal })).rejects.toThrow('enough')
  })

  it('hands errors over', async () => {
    await expect(alignInWorker({ zh, en, cuts: [{ zh: 9, en: 1 }] })).rejects.toThrow(RangeError)
  })
})
