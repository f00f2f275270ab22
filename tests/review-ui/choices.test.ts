/** What the palette offers to be chosen by its name, and what is kept of how a person likes the screen. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { choiceOffers } from '@/app/projects/[projectId]/review/[documentId]/state/choices'
import { openOutline } from '@/app/projects/[projectId]/review/[documentId]/state/live-outline'
import { offersFor } from '@/app/projects/[projectId]/review/[documentId]/state/palette'
import { type Choice, DEFAULT_SETTINGS, openScreen } from '@/app/projects/[projectId]/review/[documentId]/state/screen'
import { changeSettings, readSettings } from '@/app/projects/[projectId]/review/[documentId]/state/settings'
import type { MemberRole } from '@/lib/auth/roles'
import type { Review, SegmentRow } from '@/lib/segment/queries'
import type { SegmentStatus } from '@/lib/segment/rules'
import { NO_FILTER } from '@/lib/view/filter'

function screenOf(role: MemberRole, status: SegmentStatus, locked = false) {
  const review = {
    document: { id: 'd', title: '', governing: 'prevails-zh', sources: [{ side: 'zh' }, { side: 'en' }] },
    project: { id: 'p' },
    me: { memberId: 'me', role },
    members: [],
  } as unknown as Review
  const screen = openScreen(
    review,
    (key) => key,
    () => {},
    null,
  )
  screen.outline.set(openOutline({ ids: [1], statuses: '0', flags: [0], sections: [] }))
  screen.rows.set(1, { id: 1, status, locked } as SegmentRow)
  return screen
}

const ids = (screen: ReturnType<typeof screenOf>, only?: Choice) => choiceOffers(screen, only).map(({ id }) => id)

describe('what can be chosen', () => {
  test.each<[MemberRole, SegmentStatus, string[]]>([
    ['reviewer', 'reviewed', ['status-revised', 'status-translated']],
    ['manager', 'reviewed', ['status-released', 'status-revised', 'status-translated']],
    ['translator', 'reviewed', []],
  ])('a %s of a %s row may choose %j', (role, status, expected) => {
    expect(ids(screenOf(role, status), 'status').sort()).toEqual(expected.sort())
  })

  test('of a protected row no status', () => {
    expect(ids(screenOf('manager', 'draft', true), 'status')).toEqual([])
  })

  test('every base and plain text; kept views before those for everyone', () => {
    const screen = screenOf('observer', 'draft')
    expect(ids(screen, 'base')).toContain('base-approval')
    expect(ids(screen, 'base').at(-1)).toBe('base-off')
    const view = { id: 'v', name: 'Mine', filter: NO_FILTER, shared: false, mine: true, by: 'me', version: 1 }
    screen.views.set([view])
    expect(ids(screen, 'view').slice(0, 2)).toEqual(['view-v', 'view-mine-to-do'])
  })

  test('pages stand in the palette once their name is typed; the audit log for managers only', () => {
    const found = (role: MemberRole, typed: string) =>
      offersFor(screenOf(role, 'draft'), typed, []).flatMap(({ id, kind }) => (kind === 'page' ? [id] : []))
    expect(found('reviser', 'tracked.timeline')).toEqual(['page-document-timeline'])
    expect(found('reviser', 'audit.title')).toEqual([])
    expect(found('manager', 'audit.title')).toEqual(['page-project-audit'])
  })
})

describe('how a person likes the screen', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('rows of context are kept like everything else', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage
    vi.stubGlobal('window', { innerWidth: 1600 })
    vi.stubGlobal('localStorage', storage)
    changeSettings(screenOf('manager', 'draft'), { context: 3, numbers: false })
    expect(readSettings(storage, 1600, DEFAULT_SETTINGS)).toMatchObject({ context: 3, numbers: false })
  })
})
