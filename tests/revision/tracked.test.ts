import { describe, expect, test } from 'vitest'
import type { TrackedChange } from '../../lib/bitext/diff'
import { db } from '../../lib/db'
import { publishEdition } from '../../lib/edition/publish-edition'
import { acceptChanges } from '../../lib/revision/accept-changes'
import type { Base } from '../../lib/revision/bases'
import { findChange } from '../../lib/revision/find-change'
import { EditInput } from '../../lib/revision/input'
import { listTracked } from '../../lib/revision/list-tracked'
import { recordEdit } from '../../lib/revision/record-edit'
import { rejectChanges } from '../../lib/revision/reject-changes'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { undoAcceptance } from '../../lib/revision/undo-acceptance'
import { rangesOf } from '../../lib/segment/row-ranges'
import { setStatus } from '../../lib/segment/set-status'
import { previewStatusOfMany, setStatusOfMany } from '../../lib/segment/set-status-of-many'
import { settleStale } from '../../lib/segment/settle-stale'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ZH = '委员会周五通过了年度报告。'
const EN = 'The committee had adopted the annual report on Friday.'
const BY_TRANSLATOR = 'The council had adopted the annual report on Friday.'
const BY_REVISER = 'The council had adopted the annual report on Monday.'

async function oneRow(w: World) {
  const { ids, documentId } = await w.document([
    [ZH, EN],
    ['二。', 'Two.'],
  ])
  const segmentId = ids[0]
  const { projectId } = w
  const edit = (actor: World['reviser'], text: string, seenVersion: number, more: Partial<EditInput> = {}) =>
    recordEdit(actor, EditInput.parse({ projectId, segmentId, side: 'en', text, seenVersion, ...more }))
  const tracked = async (base: Base, side: 'zh' | 'en' = 'en') =>
    (await listTracked(w.observer, { projectId, ids, base })).find(
      (one) => one.segmentId === segmentId && one.side === side,
    )
  const shown = async (base: Base, side: 'zh' | 'en' = 'en') => {
    const found = await tracked(base, side)
    return found && say(found.changes, found.people)
  }
  const row = () => db.segment.findUniqueOrThrow({ where: { id: segmentId } })
  const settle = async (changes: 'all' | number[]) => {
    const { version, acceptedVersion } = (await tracked('accepted'))!
    const side = 'en' as const
    return { projectId, segmentId, side, changes, seenVersion: version, seenAccepted: acceptedVersion }
  }
  return { segmentId, ids, documentId, projectId, edit, tracked, shown, row, settle }
}

function say(changes: TrackedChange[], people: Record<string, string>): string {
  return changes
    .filter(({ op }) => op !== 'same')
    .map(({ op, text, by }) => `${op === 'delete' ? '-' : '+'}${text} (${people[by ?? '']})`)
    .join(' ')
}

async function approve(w: World, segmentId: number, seen: { zhVersion: number; enVersion: number }) {
  await setStatus(w.reviser, {
    projectId: w.projectId,
    segmentId,
    to: 'revised',
    seen: { ...seen, status: 'translated' },
  })
}

describe('against what', () => {
  test('as brought in, the version before, what was approved; each change with its author', async () => {
    const w = await world()
    const { edit, shown, segmentId } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    await approve(w, segmentId, { zhVersion: 1, enVersion: 2 })
    await edit(w.reviser, BY_REVISER, 2)
    expect(await shown('first')).toBe(
      '-committee (translator) +council (translator) -Friday (reviser) +Monday (reviser)',
    )
    expect(await shown('previous')).toBe('-Friday (reviser) +Monday (reviser)')
    expect(await shown('approval')).toBe('-Friday (reviser) +Monday (reviser)')
    expect(await shown('accepted')).toBe(await shown('first'))
    expect(await shown('first', 'zh')).toBeUndefined()
  })

  test('the governing text since the row was approved, not merely its last correction', async () => {
    const w = await world()
    const { edit, shown, segmentId } = await oneRow(w)
    const correct = (text: string, seenVersion: number) =>
      edit(w.manager, text, seenVersion, { side: 'zh', correction: 'substantive' })
    await approve(w, segmentId, { zhVersion: 1, enVersion: 1 })
    await correct(ZH.replace('周五', '周六'), 1)
    await correct(ZH.replace('周五', '周六').replace('年度', '月度'), 2)
    expect(await shown('approval', 'zh')).toBe('-五 (manager) +六 (manager) -年 (manager) +月 (manager)')
    await settleStale(w.translator, { projectId: w.projectId, segmentId, seen: { zhVersion: 3, enVersion: 1 } })
    expect(await shown('approval', 'zh')).toBe('')
    await correct(ZH.replace('周五', '周日').replace('年度', '月度'), 3)
    expect(await shown('approval', 'zh')).toBe('-六 (manager) +日 (manager)')
  })

  test('a governing text: not since an edit that answered nothing, but since the verdict', async () => {
    const w = await world()
    const { edit, shown, row } = await oneRow(w)
    await edit(w.manager, ZH.replace('周五', '周六'), 1, { side: 'zh', correction: 'substantive' })
    await edit(w.translator, BY_TRANSLATOR, 1, { heldAgainst: 1 })
    expect(await row()).toMatchObject({ stale: true })
    expect(await shown('approval', 'zh')).toBe('-五 (manager) +六 (manager)')
    await edit(w.translator, BY_REVISER, 2, { heldAgainst: 2 })
    expect(await row()).toMatchObject({ stale: false })
    expect(await shown('approval', 'zh')).toBe('')
    await edit(w.manager, ZH.replace('周五', '周日'), 2, { side: 'zh', correction: 'substantive' })
    expect(await shown('approval', 'zh')).toBe('-六 (manager) +日 (manager)')
    // The verdict says nothing of the translation's own changes: nobody has approved them.
    expect(await shown('approval')).toContain('+council (translator)')
  })

  test('an approval that was taken back, by a way back or with an act on many rows, counts no longer', async () => {
    const w = await world()
    const { edit, shown, segmentId, documentId, projectId } = await oneRow(w)
    await approve(w, segmentId, { zhVersion: 1, enVersion: 1 })
    await edit(w.translator, BY_TRANSLATOR, 1)
    const since = await shown('approval')
    expect(since).toContain('+council (translator)')
    const asked = { projectId, documentId, rows: rangesOf([segmentId]), to: 'revised' as const }
    const { snapshot } = await previewStatusOfMany(w.reviser, asked)
    const { batchId } = await setStatusOfMany(w.reviser, { ...asked, snapshot })
    expect(await shown('approval')).toBe('')
    await undoBatch(w.reviser, { projectId, batchId: batchId ?? '' })
    expect(await shown('approval')).toBe(since)
    await approve(w, segmentId, { zhVersion: 1, enVersion: 2 })
    const seen = { zhVersion: 1, enVersion: 2, status: 'revised' as const }
    await setStatus(w.reviser, { projectId, segmentId, to: 'translated', seen })
    expect(await shown('approval')).toBe(since)
  })

  test('as last published: of two editions the last, and only what came after', async () => {
    const w = await world()
    const { edit, shown, documentId, projectId } = await oneRow(w)
    expect(await shown('edition')).toBeUndefined()
    const publish = (number: number) =>
      publishEdition(w.manager, { projectId, documentId, number, note: '', overrideReason: 'A test.' })
    await publish(1)
    await edit(w.translator, BY_TRANSLATOR, 1)
    expect(await shown('edition')).toContain('+council (translator)')
    await publish(2)
    expect(await shown('edition')).toBe('')
    await edit(w.reviser, BY_REVISER, 2)
    expect(await shown('edition')).toBe('-Friday (reviser) +Monday (reviser)')
  })
})

describe('accepting and rejecting', () => {
  test('an accepted change belongs to the base of what follows, and the text is as it was', async () => {
    const w = await world()
    const { edit, shown, settle, row } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    await edit(w.reviser, BY_REVISER, 2)
    await acceptChanges(w.manager, await settle([0]))
    expect(await shown('accepted')).toBe('-Friday (reviser) +Monday (reviser)')
    expect((await row()).en).toBe(BY_REVISER)
    await edit(w.reviser, BY_REVISER.replace('annual', 'yearly'), 3)
    expect(await shown('accepted')).toBe('-annual (reviser) +yearly (reviser) -Friday (reviser) +Monday (reviser)')
    expect(await shown('first')).toContain('-committee (translator)')
  })

  test('accepting is undone and done again', async () => {
    const w = await world()
    const { edit, shown, settle, projectId, segmentId } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    const before = await shown('accepted')
    await acceptChanges(w.reviser, await settle('all'))
    expect(await shown('accepted')).toBe('')
    const undo = (seenAccepted: number) => undoAcceptance(w.reviser, { projectId, segmentId, side: 'en', seenAccepted })
    await undo(1)
    expect(await shown('accepted')).toBe(before)
    await expect(undo(1)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
    await undo(2)
    expect(await shown('accepted')).toBe('')
  })

  test('a rejected change is taken back by an edit of its own, which can be taken back as well', async () => {
    const w = await world()
    const { edit, shown, settle, row, projectId } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    await edit(w.reviser, BY_REVISER, 2)
    const rejected = await rejectChanges(w.manager, await settle([1]))
    expect(rejected).toMatchObject({ text: BY_TRANSLATOR, version: 4, changed: true })
    expect(await shown('accepted')).toBe('-committee (translator) +council (translator)')
    const revision = await db.revision.findUniqueOrThrow({ where: { id: rejected.revisionId ?? 0 } })
    expect(revision).toMatchObject({ kind: 'reject', before: BY_REVISER, after: BY_TRANSLATOR })
    const back = { projectId, revisionId: revision.id, state: 'before' as const, seenVersion: 4 }
    await restoreRevision(w.manager, back)
    expect((await row()).en).toBe(BY_REVISER)
  })

  test('rejecting everything gives the base, and nothing is left to settle', async () => {
    const w = await world()
    const { edit, shown, settle, row } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    await edit(w.reviser, 'Something else altogether.', 2)
    await rejectChanges(w.manager, await settle('all'))
    expect((await row()).en).toBe(EN)
    expect(await shown('accepted')).toBe('')
  })

  test('what a person did not see is not settled', async () => {
    const w = await world()
    const { edit, settle } = await oneRow(w)
    await edit(w.translator, BY_TRANSLATOR, 1)
    const seen = await settle('all')
    await edit(w.translator, BY_REVISER, 2)
    await expect(acceptChanges(w.reviser, seen)).rejects.toMatchObject({ problem: 'segment-changed' })
    await expect(rejectChanges(w.reviser, seen)).rejects.toMatchObject({ problem: 'segment-changed' })
    const now = await settle('all')
    await acceptChanges(w.reviser, now)
    await expect(acceptChanges(w.reviser, now)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
  })

  test('the next row with a change that waits is found, and rows without one are passed over', async () => {
    const w = await world()
    const { ids, documentId } = await w.document([
      ['一', 'One.'],
      ['二', 'Two.'],
      ['三', 'Three.'],
    ])
    const { projectId } = w
    const edit = (segmentId: number, text: string, seenVersion: number) =>
      recordEdit(w.reviser, EditInput.parse({ projectId, segmentId, side: 'en', text, seenVersion }))
    await edit(ids[1], 'Two!', 1)
    await edit(ids[1], 'Two.', 2)
    await edit(ids[2], 'Third.', 1)
    const find = (segmentId: number, direction: 'next' | 'previous') =>
      findChange(w.observer, { projectId, documentId, segmentId, direction })
    expect(await find(ids[0], 'next')).toEqual({ segmentId: ids[2] })
    expect(await find(ids[2], 'next')).toEqual({ segmentId: null })
    expect(await find(ids[2], 'previous')).toEqual({ segmentId: null })
  })
})
