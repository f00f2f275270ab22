import { expect, test } from 'vitest'
import { mergeRange } from '../../lib/alignment/merge-range'
import { undoStep } from '../../lib/alignment/undo-step'
import { commentOnNote } from '../../lib/comment/comment-on-note'
import { CommentOnNoteInput } from '../../lib/comment/input'
import { findNoteThread, listMyMentions, listThreads } from '../../lib/comment/queries'
import { readMentions } from '../../lib/comment/read-mentions'
import { db } from '../../lib/db'
import { RaiseInput } from '../../lib/discrepancy/input'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { listSegments } from '../../lib/segment/queries'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function note(w: World) {
  const { ids, documentId } = await w.document([
    ['查处案件68.9万起。', 'It handled 68,900 cases.'],
    ['二。', 'Two.'],
  ])
  const { projectId } = w
  const words = { zh: { from: 0, to: 1, quote: '二' }, en: null }
  const raise = RaiseInput.parse({ projectId, segmentId: ids[1], type: 'number', severity: 'minor', ...words })
  const { id: discrepancyId } = await raiseDiscrepancy(w.reviser, raise)
  const say = (who: World['manager'], body: string) =>
    commentOnNote(who, CommentOnNoteInput.parse({ projectId, discrepancyId, body }))
  const row = async (id: number) => (await listSegments(w.observer, { projectId, documentId, ids: [id] }))[0]!
  return { ids, documentId, projectId, discrepancyId, say, row }
}

test('a note has one thread; who raised it and who is named are told, and it counts as no comment of the row', async () => {
  const w = await world()
  const n = await note(w)
  await n.say(w.translator, 'Are we sure? @reviewer')
  await n.say(w.reviewer, 'Quite.')
  const thread = await findNoteThread(w.observer, n)
  expect(thread).toMatchObject({ body: 'Are we sure? @reviewer', names: ['reviewer'], answers: [{ body: 'Quite.' }] })
  expect((await listMyMentions(w.reviser)).map(({ onNote, named }) => [onNote, named])).toEqual([
    [true, false],
    [true, false],
  ])
  const kind = { kind: 'mention' }
  expect(await db.notice.count({ where: { ...kind, userId: w.reviewer.userId } })).toBe(1)
  const { comments, discrepancies } = await n.row(n.ids[1]!)
  expect(comments).toMatchObject({ open: 0, all: 2, marks: [] })
  expect(discrepancies[0]).toMatchObject({ comments: 2, links: [] })
  // The row's own comments are before the reviewer: what is said about the note is still to be read.
  const at = { projectId: n.projectId, segmentId: n.ids[1]! }
  expect(await readMentions(w.reviewer, { ...at, about: 'row' })).toEqual({ read: 0 })
  expect(await readMentions(w.reviewer, { ...at, about: 'notes' })).toEqual({ read: 1 })
})

test('two who speak first at once share the thread', async () => {
  const w = await world()
  const n = await note(w)
  await Promise.all([n.say(w.translator, 'One.'), n.say(w.reviewer, 'Two.'), n.say(w.observer, 'Three.')])
  expect((await findNoteThread(w.observer, n))?.answers).toHaveLength(2)
})

test('what is said goes with the note when its row is merged, and comes back with it', async () => {
  const w = await world()
  const n = await note(w)
  await n.say(w.translator, 'One.')
  await n.say(w.reviewer, 'Two.')
  const { projectId, documentId, ids } = n
  const seen = (await listSegments(w.manager, { projectId, documentId, ids })).map(({ id, zhVersion, enVersion }) => ({
    id,
    zhVersion,
    enVersion,
  }))
  await mergeRange(w.manager, {
    projectId,
    documentId,
    segmentId: ids[0]!,
    fromSegmentId: ids[0]!,
    toSegmentId: ids[1]!,
    seen,
  } as never)
  const where = async () => [
    (await db.discrepancy.findUniqueOrThrow({ where: { id: n.discrepancyId } })).segmentId,
    ...(await listThreads(w.observer, { projectId, segmentId: ids[0]! })).map(({ answers }) => answers.length),
  ]
  expect(await where()).toEqual([ids[0], 1])
  await undoStep(w.manager, { projectId, documentId, step: 1 })
  expect(await where()).toEqual([ids[1]])
  expect(await listThreads(w.observer, { projectId, segmentId: ids[1]! })).toHaveLength(1)
})
