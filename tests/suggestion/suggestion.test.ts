import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { EditInput } from '../../lib/revision/input'
import { getHistory } from '../../lib/revision/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { FLAGS } from '../../lib/segment/flags'
import { getOutline, listSegments } from '../../lib/segment/queries'
import { setStatus } from '../../lib/segment/set-status'
import { acceptSuggestion } from '../../lib/suggestion/accept-suggestion'
import { rejectSuggestion } from '../../lib/suggestion/reject-suggestion'
import { suggestText } from '../../lib/suggestion/suggest-text'
import { withdrawSuggestion } from '../../lib/suggestion/withdraw-suggestion'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const EN = 'The committee had adopted the annual report on Friday.'
const SUGGESTED = 'The committee had adopted the yearly report on Friday.'

async function oneRow(w: World, en = EN) {
  const { ids, documentId } = await w.document([['委员会周五通过了年度报告。', en]])
  const segmentId = ids[0]
  const { projectId } = w
  const suggest = async (
    actor: World['reviewer'],
    text = SUGGESTED,
    base = en,
    seenVersion = 1,
    side: 'zh' | 'en' = 'en',
  ) => (await suggestText(actor, { projectId, segmentId, side, text, base, seenVersion, note: 'reads better' })).id
  const edit = (text: string, seenVersion: number) =>
    recordEdit(w.translator, EditInput.parse({ projectId, segmentId, side: 'en', text, seenVersion }))
  const row = () => db.segment.findUniqueOrThrow({ where: { id: segmentId } })
  const open = async () => (await listSegments(w.observer, { projectId, documentId, ids }))[0].suggestions
  const accept = (suggestionId: string, seenVersion: number, more: object = {}) =>
    acceptSuggestion(w.reviser, { projectId, suggestionId, seenVersion, ...more })
  return { segmentId, documentId, projectId, suggest, edit, row, open, accept }
}

describe('a suggestion', () => {
  test('for the governing text is what the manager who accepts it says: here editorial, and nothing falls back', async () => {
    const w = await world()
    const { suggest, row, projectId, segmentId } = await oneRow(w)
    const zh = (await row()).zh
    const id = await suggest(w.reviewer, zh.replace('周五', '星期五'), zh, 1, 'zh')
    await db.segment.update({ where: { id: segmentId }, data: { status: 'revised' } })
    await acceptSuggestion(w.manager, { projectId, suggestionId: id, seenVersion: 1, correction: 'editorial' })
    expect(await row()).toMatchObject({ status: 'revised', stale: false })
    const { revisions } = await getHistory(w.observer, { projectId, segmentId })
    expect(revisions).toMatchObject([{ kind: 'correction-editorial', author: 'reviewer' }])
    const back = { projectId, revisionId: revisions[0]!.id, state: 'before' as const, seenVersion: 2 }
    await restoreRevision(w.manager, { ...back, correction: 'substantive' })
    expect(await row()).toMatchObject({ zh, status: 'translated', stale: true })
  })

  test('accepted in front of the corrected text is a verdict on a stale row', async () => {
    const w = await world()
    const { suggest, row, accept } = await oneRow(w)
    const { id, zh } = await row()
    const correction = { projectId: w.projectId, segmentId: id, side: 'zh', text: `${zh}！`, seenVersion: 1 }
    await recordEdit(w.manager, EditInput.parse({ ...correction, correction: 'substantive' }))
    const suggestionId = await suggest(w.reviewer)
    expect(await accept(suggestionId, 1, { heldAgainst: 2 })).toMatchObject({ stale: false })
  })

  test('changes nothing until it is accepted; then it is a revision that names both', async () => {
    const w = await world()
    const { suggest, row, open, accept, projectId, documentId, segmentId } = await oneRow(w)
    const id = await suggest(w.reviewer)
    expect((await row()).en).toBe(EN)
    expect(await open()).toMatchObject([{ id, side: 'en', text: SUGGESTED, by: 'reviewer', note: 'reads better' }])
    const flags = async () => (await getOutline(w.observer, { projectId, documentId })).flags[0]! & FLAGS.suggested
    expect(await flags()).toBe(FLAGS.suggested)
    await accept(id, 1)
    expect((await row()).en).toBe(SUGGESTED)
    expect(await open()).toEqual([])
    expect(await flags()).toBe(0)
    const { revisions } = await getHistory(w.observer, { projectId, segmentId })
    expect(revisions).toMatchObject([{ kind: 'suggestion', by: 'reviser', author: 'reviewer', after: SUGGESTED }])
    expect(await db.suggestion.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'accepted',
      revisionId: revisions[0]!.id,
      settledById: w.memberIds.reviser,
    })
  })

  test('is merged with what the text has become since', async () => {
    const w = await world()
    const { suggest, edit, row, accept } = await oneRow(w)
    const id = await suggest(w.reviewer)
    await edit(EN.replace('Friday', 'Monday'), 1)
    await expect(accept(id, 1)).rejects.toMatchObject({ problem: 'segment-changed' })
    await accept(id, 2)
    expect((await row()).en).toBe(SUGGESTED.replace('Friday', 'Monday'))
  })

  test('that changes words others have changed is joined by hand, and nothing is lost meanwhile', async () => {
    const w = await world()
    const { suggest, edit, row, accept, open } = await oneRow(w)
    const id = await suggest(w.reviewer)
    await edit(EN.replace('annual', 'interim'), 1)
    await expect(accept(id, 2)).rejects.toMatchObject({ problem: 'suggestion-overlaps' })
    expect(await open()).toHaveLength(1)
    await accept(id, 2, { text: EN.replace('annual', 'yearly interim') })
    expect((await row()).en).toContain('yearly interim')
  })

  test('several stand beside each other; each is settled once', async () => {
    const w = await world()
    const { suggest, open, accept, projectId } = await oneRow(w)
    const one = await suggest(w.reviewer)
    const two = await suggest(w.translator, EN.replace('Friday', 'Monday'))
    expect((await open()).map(({ id }) => id)).toEqual([one, two])
    const both = await Promise.allSettled([
      accept(one, 1),
      rejectSuggestion(w.manager, { projectId, suggestionId: one, reason: 'no' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await withdrawSuggestion(w.translator, { projectId, suggestionId: two })
    for (const again of [one, two]) {
      await expect(accept(again, 1)).rejects.toMatchObject({ problem: 'suggestion-settled' })
    }
    expect(await open()).toEqual([])
  })

  test('is withdrawn only by who made it, and rejected with a reason that is kept', async () => {
    const w = await world()
    const { suggest, projectId, segmentId } = await oneRow(w)
    const suggestionId = await suggest(w.reviewer)
    await expect(withdrawSuggestion(w.translator, { projectId, suggestionId })).rejects.toMatchObject({
      problem: 'not-your-suggestion',
    })
    await rejectSuggestion(w.reviser, { projectId, suggestionId, reason: 'The term is fixed.' })
    const { suggestions } = await getHistory(w.observer, { projectId, segmentId })
    expect(suggestions).toMatchObject([{ state: 'rejected', reason: 'The term is fixed.', settledBy: 'reviser' }])
  })

  test('that suggests nothing is refused, and so is one on a text that never was', async () => {
    const w = await world()
    const { suggest } = await oneRow(w)
    await expect(suggest(w.reviewer, EN)).rejects.toMatchObject({ problem: 'suggestion-same' })
    await expect(suggest(w.reviewer, SUGGESTED, 'Never was.')).rejects.toMatchObject({ problem: 'invalid-input' })
  })

  test('that came true in another way is settled without a new version', async () => {
    const w = await world()
    const { suggest, edit, accept, row, open } = await oneRow(w)
    const id = await suggest(w.reviewer)
    await edit(SUGGESTED, 1)
    expect(await accept(id, 2)).toMatchObject({ changed: false })
    expect((await row()).enVersion).toBe(2)
    expect(await open()).toEqual([])
  })
})

describe('locks and four eyes', () => {
  test('on a released row it waits until the release is taken back', async () => {
    const w = await world({ fourEyes: false })
    const { suggest, accept, segmentId, projectId } = await oneRow(w)
    for (const [from, to] of [
      ['translated', 'revised'],
      ['revised', 'reviewed'],
      ['reviewed', 'released'],
    ] as const) {
      await setStatus(w.manager, { projectId, segmentId, to, seen: { zhVersion: 1, enVersion: 1, status: from } })
    }
    const id = await suggest(w.reviewer)
    await expect(accept(id, 1)).rejects.toMatchObject({ problem: 'segment-locked' })
    await setStatus(w.manager, {
      projectId,
      segmentId,
      to: 'reviewed',
      seen: { zhVersion: 1, enVersion: 1, status: 'released' },
    })
    expect(await accept(id, 1)).toMatchObject({ status: 'translated' })
  })

  test('for the governing text a manager accepts, and it is a correction', async () => {
    const w = await world()
    const { suggest, accept, row, projectId } = await oneRow(w)
    const id = await suggest(w.translator, '委员会周六通过了年度报告。', '委员会周五通过了年度报告。', 1, 'zh')
    await expect(accept(id, 1)).rejects.toMatchObject({ problem: 'governing-text-locked' })
    await acceptSuggestion(w.manager, { projectId, suggestionId: id, seenVersion: 1, correction: 'substantive' })
    expect(await row()).toMatchObject({ zh: '委员会周六通过了年度报告。', stale: true })
  })

  test('a translator’s words stay theirs when another takes them over', async () => {
    const w = await world()
    const { suggest, accept, row, projectId, segmentId } = await oneRow(w)
    await accept(await suggest(w.translator), 1)
    expect((await row()).hands).toContain(w.memberIds.translator)
    await db.member.update({ where: { id: w.memberIds.translator }, data: { role: 'reviser' } })
    const step = {
      projectId,
      segmentId,
      to: 'revised' as const,
      seen: { zhVersion: 1, enVersion: 2, status: 'translated' as const },
    }
    await expect(setStatus(w.translator, step)).rejects.toMatchObject({ problem: 'four-eyes' })
    await setStatus(w.reviser, step)
  })
})
