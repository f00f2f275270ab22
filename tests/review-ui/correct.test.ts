/** A correction being written: kept at each key, offered again when it is left, and never saved along with the row. */
import { expect, test } from 'vitest'
import {
  askCorrection,
  keepCorrection,
  leaveCorrection,
} from '@/app/projects/[projectId]/review/[documentId]/state/correct'
import type { Shelf } from '@/app/projects/[projectId]/review/[documentId]/state/drafts'
import { openScreen, type Screen, sideKey } from '@/app/projects/[projectId]/review/[documentId]/state/screen'
import { typeDraft } from '@/app/projects/[projectId]/review/[documentId]/state/typed'
import type { MemberRole } from '@/lib/auth/roles'
import type { Review, SegmentRow } from '@/lib/segment/queries'

const ROW = { id: 1, zh: '一', en: 'one', zhVersion: 3, enVersion: 1, status: 'draft', stale: true } as SegmentRow

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

function screenOf(role: MemberRole) {
  const shelf = memory()
  const told: string[] = []
  const review = {
    document: { id: 'd', title: '', governing: 'prevails-zh', sources: [{ side: 'zh' }, { side: 'en' }] },
    project: { id: 'p' },
    me: { memberId: 'me', role },
    members: [],
  } as unknown as Review
  const screen = openScreen(
    review,
    (key) => key,
    (text) => void told.push(text),
    shelf as unknown as Storage,
  )
  screen.rows.set(1, ROW)
  return { screen, shelf, told }
}

function begun(screen: Screen) {
  const asking = screen.asking.get()
  if (asking?.what !== 'correct') throw new Error('no correction is being written')
  return asking.draft
}

test('what is left in the dialog is offered again, and gone on with', () => {
  const { screen, shelf } = screenOf('manager')
  askCorrection(screen, ROW)
  const written = { ...begun(screen), text: '二', correction: 'editorial' as const }
  keepCorrection(screen, written)
  expect(shelf.entries.size).toBe(1)
  leaveCorrection(screen, written)
  expect(screen.drafts.get(sideKey(1, 'zh'))).toBeUndefined()
  expect(screen.offered.get(sideKey(1, 'zh'))).toMatchObject([{ text: '二', correction: 'editorial' }])
  askCorrection(screen, ROW)
  expect(begun(screen)).toMatchObject({ text: '二', base: '一', baseVersion: 3, correction: 'editorial' })
  expect(screen.offered.get(sideKey(1, 'zh'))).toBeUndefined()
  keepCorrection(screen, { ...written, text: '一' })
  leaveCorrection(screen, { ...written, text: '一' })
  expect(shelf.entries.size).toBe(0)
  expect(screen.offered.size()).toBe(0)
})

test('is for a manager', () => {
  const { screen, told } = screenOf('reviser')
  askCorrection(screen, ROW)
  expect([screen.asking.get(), told]).toEqual([null, ['problems.governing-text-locked']])
})

test('a draft says which governing text its last words were written in front of', () => {
  const { screen } = screenOf('translator')
  typeDraft(screen, ROW, 'en', 'two')
  expect(screen.drafts.get(sideKey(1, 'en'))).toMatchObject({ against: 3 })
  typeDraft(screen, { ...ROW, zhVersion: 4 }, 'en', 'three')
  expect(screen.drafts.get(sideKey(1, 'en'))).toMatchObject({ against: 4 })
  expect(screen.shelf.list()).toMatchObject([{ text: 'three', against: 4 }])
})
