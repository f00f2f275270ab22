import { describe, expect, test } from 'vitest'
import { addComment } from '../../lib/comment/add-comment'
import { answerComment } from '../../lib/comment/answer-comment'
import { deleteComment } from '../../lib/comment/delete-comment'
import { editComment } from '../../lib/comment/edit-comment'
import { AddCommentInput } from '../../lib/comment/input'
import { listMyMentions, listThreads } from '../../lib/comment/queries'
import { readMentions } from '../../lib/comment/read-mentions'
import { resolveThread } from '../../lib/comment/resolve-thread'
import { db } from '../../lib/db'
import { recordEdit } from '../../lib/revision/record-edit'
import { mergeRows } from '../../lib/segment/merge-rows'
import { FLAGS, getOutline, listSegments } from '../../lib/segment/queries'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const EN = 'It handled 68,900 cases.'

async function begun(w: World, more: object = {}) {
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['查处案件68.9万起。', EN],
  ])
  const input = AddCommentInput.parse({ projectId: w.projectId, segmentId: ids[1], body: 'Is this right?', ...more })
  const { id } = await addComment(w.observer, input)
  const threads = () => listThreads(w.reviser, { projectId: w.projectId, segmentId: ids[1]! })
  return { id, ids, documentId, segmentId: ids[1]!, threads, at: { projectId: w.projectId, threadId: id } }
}

const WORDS = { en: { from: 11, to: 17, quote: '68,900' } }

describe('a thread', () => {
  test('begins, is answered, resolved, and opened again by an answer', async () => {
    const w = await world()
    const { at, threads, documentId, segmentId } = await begun(w)
    await answerComment(w.reviser, { ...at, body: 'No: 689,000.', picked: [] })
    const [open] = await threads()
    expect(open).toMatchObject({ by: 'observer', resolvedAt: null, answers: [{ by: 'reviser', body: 'No: 689,000.' }] })
    expect(await openCount(w, documentId, segmentId)).toEqual({ row: 1, flagged: true })
    await resolveThread(w.reviser, { ...at, resolved: true })
    expect((await threads())[0]).toMatchObject({ resolvedBy: 'reviser' })
    expect(await openCount(w, documentId, segmentId)).toEqual({ row: 0, flagged: false })
    expect(await answerComment(w.observer, { ...at, body: 'Sure?', picked: [] })).toMatchObject({ reopened: true })
    expect((await threads())[0]).toMatchObject({ resolvedAt: null })
  })

  test('who began it may resolve it, another observer may not', async () => {
    const w = await world()
    const { at } = await begun(w)
    expect(await resolveThread(w.observer, { ...at, resolved: true })).toEqual({ resolved: true })
    const { ids } = await w.document([['二', 'Two']])
    const { id } = await addComment(w.manager, AddCommentInput.parse({ ...at, segmentId: ids[0], body: 'x' }))
    await expect(resolveThread(w.observer, { ...at, threadId: id, resolved: true })).rejects.toMatchObject({
      problem: 'not-allowed',
    })
  })

  test('only its author changes or deletes a comment', async () => {
    const w = await world()
    const { id } = await begun(w)
    const seen = { projectId: w.projectId, commentId: id, seenVersion: 1 }
    const refused = { problem: 'not-your-comment' }
    await expect(editComment(w.manager, { ...seen, body: 'y', picked: [] })).rejects.toMatchObject(refused)
    await expect(deleteComment(w.manager, seen)).rejects.toMatchObject(refused)
    expect(await editComment(w.observer, { ...seen, body: 'y', picked: [] })).toEqual({ version: 2 })
    await expect(editComment(w.observer, { ...seen, body: 'z', picked: [] })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('a deleted comment leaves its place; its words are in the audit trail alone; the last one closes the thread', async () => {
    const w = await world()
    const { id, at, threads, documentId, segmentId } = await begun(w)
    const answer = await answerComment(w.reviser, { ...at, body: 'No.', picked: [] })
    await deleteComment(w.observer, { projectId: w.projectId, commentId: id, seenVersion: 1 })
    expect(await threads()).toMatchObject([{ deleted: true, body: '', answers: [{ body: 'No.' }] }])
    const entry = await db.auditEntry.findFirst({ where: { subject: id, action: 'comment.delete' } })
    expect(entry?.detail).toEqual({ before: 'Is this right?' })
    await deleteComment(w.reviser, { projectId: w.projectId, commentId: answer.id, seenVersion: 1 })
    expect(await threads()).toEqual([])
    expect(await openCount(w, documentId, segmentId)).toEqual({ row: 0, flagged: false })
  })
})

describe('its words', () => {
  test('follow an edit, and are let go when they are gone', async () => {
    const w = await world()
    const { threads, segmentId } = await begun(w, WORDS)
    const edit = { projectId: w.projectId, segmentId, side: 'en' as const, kind: 'edit' as const }
    await recordEdit(w.translator, { ...edit, text: `Last year it handled 68,900 cases.`, seenVersion: 1 })
    expect((await threads())[0]).toMatchObject({ enFrom: 21, enTo: 27, enQuote: '68,900' })
    await recordEdit(w.translator, { ...edit, text: 'It handled many.', seenVersion: 2 })
    expect((await threads())[0]).toMatchObject({ enFrom: null, enTo: null, enQuote: '68,900' })
  })

  test('that do not stand there are refused', async () => {
    const w = await world()
    await expect(begun(w, { en: { from: 10, to: 16, quote: '68,900' } })).rejects.toMatchObject({
      problem: 'span-outside-text',
    })
    expect(await db.comment.count({ where: { projectId: w.projectId } })).toBe(0)
  })

  test('travel with their text when rows are merged, and answers go along', async () => {
    const w = await world()
    const { at, ids } = await begun(w, WORDS)
    await answerComment(w.reviser, { ...at, body: 'No.', picked: [] })
    await db.$transaction((tx) => mergeRows(tx, { projectId: w.projectId, ids, member: { id: w.memberIds.manager } }))
    const [thread] = await listThreads(w.reviser, { projectId: w.projectId, segmentId: ids[0]! })
    const { en } = await db.segment.findUniqueOrThrow({ where: { id: ids[0]! } })
    expect(en.slice(thread?.enFrom ?? 0, thread?.enTo ?? 0)).toBe('68,900')
    expect(thread?.answers).toHaveLength(1)
  })
})

describe('who should see it', () => {
  test('those it names are told, until they open it; those it no longer names are not', async () => {
    const w = await world()
    const { id, segmentId } = await begun(w, { body: '@translator and @reviser: is this right?' })
    expect(await listMyMentions(w.translator)).toMatchObject([
      { commentId: id, by: 'observer', named: true, segmentId },
    ])
    expect(await readMentions(w.translator, { projectId: w.projectId, segmentId })).toEqual({ read: 1 })
    expect(await listMyMentions(w.translator)).toEqual([])
    const edit = {
      projectId: w.projectId,
      commentId: id,
      seenVersion: 1,
      body: '@translator: is this right?',
      picked: [],
    }
    await editComment(w.observer, edit)
    expect(await listMyMentions(w.reviser)).toEqual([])
    expect(await listMyMentions(w.translator)).toEqual([])
  })

  test('an answer is told to who takes part, never to its author', async () => {
    const w = await world()
    const { at } = await begun(w)
    await answerComment(w.reviser, { ...at, body: 'No.', picked: [] })
    expect(await listMyMentions(w.observer)).toMatchObject([{ by: 'reviser', named: false }])
    expect(await listMyMentions(w.reviser)).toEqual([])
  })

  test('a removed member is told nothing more', async () => {
    const w = await world()
    await begun(w, { body: '@translator?' })
    await db.member.update({ where: { id: w.memberIds.translator }, data: { removedAt: new Date() } })
    expect(await listMyMentions(w.translator)).toEqual([])
  })
})

async function openCount(w: World, documentId: string, segmentId: number) {
  const at = { projectId: w.projectId, documentId }
  const [row] = await listSegments(w.observer, { ...at, ids: [segmentId] })
  const { ids, flags } = await getOutline(w.observer, at)
  return { row: row?.comments.open, flagged: ((flags[ids.indexOf(segmentId)] ?? 0) & FLAGS.commented) !== 0 }
}
