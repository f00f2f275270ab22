import { describe, expect, test } from 'vitest'
import { type Draft, draftShelf, type Shelf } from '@/app/projects/[projectId]/review/[documentId]/state/drafts'

function memory(): Shelf & { entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    get length() {
      return entries.size
    },
    key: (i) => [...entries.keys()][i] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}

const DRAFT: Draft = {
  segmentId: 7,
  side: 'en',
  baseVersion: 2,
  base: 'one',
  text: 'two',
  begun: '2026-01-01T00:00:00.000Z',
  at: '2026-01-01T00:01:00.000Z',
}

describe('drafts in the browser', () => {
  test('what was kept is listed again, by row', () => {
    const storage = memory()
    const shelf = draftShelf(storage, 'me', 'document')
    shelf.keep(DRAFT)
    shelf.keep({ ...DRAFT, segmentId: 3, side: 'zh', correction: 'editorial' })
    expect(draftShelf(storage, 'me', 'document').list()).toEqual([
      { ...DRAFT, segmentId: 3, side: 'zh', correction: 'editorial' },
      DRAFT,
    ])
  })

  test('typing on replaces it, dropping removes it', () => {
    const shelf = draftShelf(memory(), 'me', 'document')
    shelf.keep(DRAFT)
    shelf.keep({ ...DRAFT, text: 'three' })
    expect(shelf.list()).toEqual([{ ...DRAFT, text: 'three' }])
    shelf.drop(DRAFT)
    expect(shelf.list()).toEqual([])
  })

  test('two drafts of one text do not overwrite each other', () => {
    const shelf = draftShelf(memory(), 'me', 'document')
    shelf.keep(DRAFT)
    shelf.keep({ ...DRAFT, begun: '2026-01-02T00:00:00.000Z', text: 'other' })
    expect(shelf.list().map(({ text }) => text)).toEqual(['two', 'other'])
  })

  test('another person and another document see nothing', () => {
    const storage = memory()
    draftShelf(storage, 'me', 'document').keep(DRAFT)
    expect(draftShelf(storage, 'you', 'document').list()).toEqual([])
    expect(draftShelf(storage, 'me', 'other').list()).toEqual([])
  })

  test('rubbish under our name is passed over', () => {
    const storage = memory()
    storage.setItem('draft/me/document/7/en/2/x', '{')
    storage.setItem('draft/me/document/7/fr/2/x', '{"base":"","text":"","at":""}')
    storage.setItem('draft/me/document/a/en/2/x', '{"base":"","text":"","at":""}')
    storage.setItem('draft/me/document/7/en/2/y', '{"text":1}')
    expect(draftShelf(storage, 'me', 'document').list()).toEqual([])
  })

  test('a full or forbidden storage is said, not thrown', () => {
    const storage = memory()
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    expect(draftShelf(storage, 'me', 'document').keep(DRAFT)).toBe(false)
    expect(draftShelf(null, 'me', 'document').list()).toEqual([])
  })
})
