import { expect, test } from 'vitest'
import { listWaiting } from '../../lib/assignment/list-waiting'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { proposeDecision } from '../../lib/discrepancy/propose-decision'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { suggestText } from '../../lib/suggestion/suggest-text'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

/** The first row was translated by the translator, the second is given to the reviser. */
async function shared(w: World) {
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    ['二', 'Two'],
    ['三', 'Three'],
  ])
  const { translator, reviser, manager } = w.memberIds
  await db.segment.update({ where: { id: ids[0] }, data: { translatedBy: translator } })
  const range = { fromPosition: 2048, toPosition: 2048, step: 'revise' as const }
  await db.assignment.create({
    data: { projectId: w.projectId, documentId, memberId: reviser, assignedById: manager, ...range },
  })
  return { ids, at: (row: number) => ({ projectId: w.projectId, segmentId: ids[row] }) }
}

const waiting = async (actor: World['manager']) =>
  (await listWaiting(actor)).map(({ kind, count, given }) => `${kind} ${count}${given ? ' given' : ''}`)

test('suggestions on my rows wait for me, my own do not', async () => {
  const w = await world()
  const { at } = await shared(w)
  const suggest = { side: 'en' as const, seenVersion: 1, note: '' }
  await suggestText(w.reviser, { ...at(0), ...suggest, base: 'One', text: 'A one' })
  await suggestText(w.translator, { ...at(1), ...suggest, base: 'Two', text: 'A two' })
  await suggestText(w.translator, { ...at(2), ...suggest, base: 'Three', text: 'A three' })
  expect(await waiting(w.translator)).toEqual(['suggestion 1'])
  expect(await waiting(w.reviser)).toEqual(['suggestion 1 given'])
  for (const other of [w.reviewer, w.observer, w.stranger]) expect(await waiting(other)).toEqual([])
})

test('stale rows wait for whoever translated them or has them', async () => {
  const w = await world()
  const { ids } = await shared(w)
  await db.segment.updateMany({ where: { id: { in: ids } }, data: { stale: true } })
  expect(await waiting(w.translator)).toEqual(['stale 1'])
  expect(await waiting(w.reviser)).toEqual(['stale 1 given'])
  expect(await waiting(w.manager)).toEqual([])
})

test('a note goes from hand to hand: disputed, to be decided, to be mended, to be verified', async () => {
  const w = await world()
  const { at } = await shared(w)
  const raised = { type: 'number' as const, severity: 'minor' as const, note: '', zh: null }
  const { id } = await raiseDiscrepancy(w.reviewer, { ...at(0), ...raised, en: { from: 0, to: 3, quote: 'One' } })
  expect(await waiting(w.translator)).toEqual(['disputed 1'])
  expect(await waiting(w.manager)).toEqual([])
  const step = { projectId: w.projectId, discrepancyId: id, note: '', legalEffect: null }
  const mend = { ...step, decision: 'mend-translation' as const }
  await proposeDecision(w.translator, { ...mend, seenVersion: 1 })
  expect(await waiting(w.translator)).toEqual(['disputed 1'])
  expect(await waiting(w.reviewer)).toEqual(['decide 1'])
  expect(await waiting(w.manager)).toEqual(['decide 1'])
  await decideDiscrepancy(w.manager, { ...mend, seenVersion: 2 })
  expect(await waiting(w.translator)).toEqual(['mend 1'])
  expect(await waiting(w.reviewer)).toEqual([])
  const segment = await db.segment.findUniqueOrThrow({ where: { id: at(0).segmentId } })
  const { id: mendedById } = await db.revision.create({
    data: { ...at(0), side: 'en', before: segment.en, after: '1', version: 2, memberId: w.memberIds.translator },
  })
  await db.discrepancy.update({ where: { id }, data: { mendedById } })
  expect(await waiting(w.reviewer)).toEqual(['verify 1'])
  // Who decided, or mended, does not verify.
  expect(await waiting(w.manager)).toEqual([])
  expect(await waiting(w.translator)).toEqual([])
})
