import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { actOnMany, previewActOnMany } from '../../lib/discrepancy/act-on-many'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { exportLedger } from '../../lib/discrepancy/export-ledger'
import {
  ActOnManyInput,
  DecideInput,
  ExportLedgerInput,
  PreviewManyInput,
  RaiseInput,
} from '../../lib/discrepancy/input'
import { getBoard, getHeat, getLedgerPage, getTallies } from '../../lib/discrepancy/ledger'
import type { LedgerFilter, LedgerSort } from '../../lib/discrepancy/ledger-filter'
import { proposeDecision } from '../../lib/discrepancy/propose-decision'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { withdrawDiscrepancy } from '../../lib/discrepancy/withdraw-discrepancy'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

/** Three notes: the last row has the first number, and nothing is like the next. */
async function ledger(w: World) {
  const { ids, documentId } = await w.document([
    ['查处案件68.9万起。', 'It handled 68,900 cases.'],
    ['二', 'Two'],
    ['罚款=SUM(A1)元', '=SUM(A1) in fines'],
  ])
  const raise = async (who: World['manager'], row: number, more: object) =>
    (
      await raiseDiscrepancy(
        who,
        RaiseInput.parse({ projectId: w.projectId, segmentId: ids[row], zh: null, en: null, ...more }),
      )
    ).id
  const notes = {
    last: await raise(w.reviser, 2, {
      type: 'grammar',
      severity: 'minor',
      en: { from: 0, to: 8, quote: '=SUM(A1)' },
      note: 'A formula.',
    }),
    first: await raise(w.translator, 0, {
      type: 'number',
      severity: 'critical',
      zh: { from: 4, to: 9, quote: '68.9万' },
      en: { from: 11, to: 17, quote: '68,900' },
    }),
    middle: await raise(w.reviser, 1, { type: 'number', severity: 'neutral', zh: { from: 0, to: 1, quote: '二' } }),
  }
  const list = async (filter: LedgerFilter, sort: LedgerSort = 'place', who = w.observer) =>
    (await getLedgerPage(who, { projectId: w.projectId, filter, sort, group: 'none', page: 1 })).map(
      ({ number }) => number,
    )
  return { documentId, notes, list, at: { projectId: w.projectId } }
}

const decided = (projectId: string, discrepancyId: string) =>
  DecideInput.parse({ projectId, discrepancyId, seenVersion: 1, decision: 'keep-both', note: '都对。' })

describe('the list', () => {
  test('orders, filters and finds in the database', async () => {
    const w = await world()
    const { list, notes, documentId } = await ledger(w)
    await decideDiscrepancy(w.reviser, decided(w.projectId, notes.middle))
    expect(await list({})).toEqual([2, 3, 1])
    expect(await list({}, 'number')).toEqual([1, 2, 3])
    expect(await list({}, 'severity')).toEqual([2, 1, 3])
    expect(await list({}, 'newest')).toEqual([3, 2, 1])
    expect(await list({}, 'type')).toEqual([2, 3, 1])
    expect(await list({}, 'state')).toEqual([2, 1, 3])
    expect(await list({ type: 'number', severity: 'critical' })).toEqual([2])
    expect(await list({ find: '万' })).toEqual([2])
    expect(await list({ find: 'a FORMULA' })).toEqual([1])
    expect(await list({ find: '都' })).toEqual([3])
    expect(await list({ find: '#2' })).toEqual([2])
    expect(await list({ find: '%' })).toEqual([])
    expect(await list({ rows: '2-99', document: documentId })).toEqual([3, 1])
    expect(await list({ person: `raised-${w.memberIds.reviser}` })).toEqual([3, 1])
    expect(await list({ person: `decided-${w.memberIds.reviser}` })).toEqual([3])
    expect(await list({ person: 'mine' }, 'place', w.translator)).toEqual([2])
  })

  test('the figures, the board and the picture are of the same notes', async () => {
    const w = await world()
    const { documentId, at, notes } = await ledger(w)
    await proposeDecision(w.translator, decided(w.projectId, notes.first))
    const { tallies, raisers, deciders } = await getTallies(w.observer, {
      ...at,
      filter: { state: 'open', find: '68' },
    })
    expect(tallies).toEqual([{ documentId, state: 'proposed', type: 'number', severity: 'critical', count: 1 }])
    expect([raisers.map(({ name }) => name), deciders]).toEqual([['reviser', 'translator'], []])
    const board = await getBoard(w.observer, { ...at, filter: {}, sort: 'place', group: 'none' })
    expect(board.filter(({ state }) => state === 'open').map(({ number }) => number)).toEqual([3, 1])
    expect(board.find(({ state }) => state === 'proposed')).toMatchObject({
      proposedBy: 'translator',
      proposedAt: expect.any(Date),
      decidedBy: null,
    })
    expect(await getHeat(w.observer, { ...at, filter: { type: 'number' } })).toEqual([
      { documentId, rows: 3, band: 0, severity: 'critical', count: 1 },
      { documentId, rows: 3, band: 1, severity: 'neutral', count: 1 },
    ])
  })

  test('leaves as CSV that no spreadsheet runs, and as JSON', async () => {
    const w = await world()
    const { at } = await ledger(w)
    const file = async (format: string) =>
      (await exportLedger(w.observer, ExportLedgerInput.parse({ ...at, format, filter: { type: 'grammar' } }))).body
    expect(await file('csv')).toContain(`"'=SUM(A1)"`)
    expect(JSON.parse(await file('json')).notes).toMatchObject([{ number: 1, en: '=SUM(A1)', type: 'grammar' }])
  })
})

describe('many at once', () => {
  const act = (w: World, more: object) => ({ projectId: w.projectId, ...more })

  test('all that the filter shows is looked at, done in one go, and each has its step on record', async () => {
    const w = await world()
    const { notes } = await ledger(w)
    await decideDiscrepancy(w.reviser, decided(w.projectId, notes.middle))
    const step = act(w, { act: 'verify', on: { filter: {} } })
    const preview = await previewActOnMany(w.reviewer, PreviewManyInput.parse(step))
    expect(preview).toEqual({
      going: [{ id: notes.middle, version: 2 }],
      anew: 0,
      refused: [{ why: 'state', count: 2, numbers: [2, 1] }],
      beyond: 0,
    })
    const input = ActOnManyInput.parse(act(w, { act: 'verify', notes: preview.going }))
    expect(await actOnMany(w.reviewer, input)).toEqual({ done: 1, refused: [] })
    expect(await actOnMany(w.reviewer, input)).toMatchObject({ done: 0, refused: [{ why: 'changed' }] })
    expect(await db.discrepancy.findUnique({ where: { id: notes.middle } })).toMatchObject({
      state: 'verified',
      verifiedById: w.memberIds.reviewer,
      version: 3,
    })
    expect(await db.auditEntry.count({ where: { subject: notes.middle, action: 'discrepancy.verify' } })).toBe(1)
  })

  test('decided alike, under the rule of each document; whoever raised them is told once', async () => {
    const w = await world()
    const { notes } = await ledger(w)
    const all = Object.values(notes).map((id) => ({ id, version: 1 }))
    const wrong = ActOnManyInput.parse(act(w, { act: 'decide', decision: 'mend-either', notes: all }))
    expect(await actOnMany(w.manager, wrong)).toMatchObject({ done: 0, refused: [{ why: 'rule', count: 3 }] })
    const right = ActOnManyInput.parse(act(w, { act: 'decide', decision: 'keep-both', note: 'Fine.', notes: all }))
    expect(await actOnMany(w.manager, right)).toEqual({ done: 3, refused: [] })
    const steps = await db.discrepancyStep.findMany({ where: { projectId: w.projectId } })
    expect(steps).toHaveLength(3)
    expect(new Set(steps.map(({ batchId }) => batchId)).size).toBe(1)
    expect(await db.notice.count({ where: { userId: w.reviser.userId, kind: 'discrepancy' } })).toBe(1)
    expect(await db.notice.count({ where: { userId: w.translator.userId, kind: 'discrepancy' } })).toBe(1)
  })

  test('four eyes and mending hold for many as for one', async () => {
    const w = await world()
    const { notes } = await ledger(w)
    const all = Object.values(notes).map((id) => ({ id, version: 1 }))
    const mend = ActOnManyInput.parse(act(w, { act: 'decide', decision: 'mend-translation', notes: all.slice(0, 1) }))
    await actOnMany(w.manager, mend)
    await actOnMany(
      w.manager,
      ActOnManyInput.parse(act(w, { act: 'decide', decision: 'keep-both', notes: all.slice(1) })),
    )
    const on = { ids: all.map(({ id }) => id) }
    const ask = async (reason: string) =>
      (await previewActOnMany(w.manager, PreviewManyInput.parse(act(w, { act: 'verify', reason, on })))).refused
    expect(await ask('')).toEqual([
      { why: 'four-eyes', count: 2, numbers: [2, 3] },
      { why: 'not-mended', count: 1, numbers: [1] },
    ])
    expect(await ask('Nobody else is in.')).toEqual([{ why: 'not-mended', count: 1, numbers: [1] }])
  })

  test('contesting wants a reason, deciding a decision', () => {
    const notes = [{ id: crypto.randomUUID(), version: 1 }]
    const ok = (more: object) => ActOnManyInput.safeParse({ projectId: crypto.randomUUID(), notes, ...more }).success
    expect([
      ok({ act: 'contest' }),
      ok({ act: 'decide' }),
      ok({ act: 'contest', reason: 'No.' }),
      ok({ act: 'reopen' }),
    ]).toEqual([false, false, true, true])
  })
})

describe('a slip is taken back', () => {
  test('by who raised it, as long as nobody has touched it; the last number is free again', async () => {
    const w = await world()
    const { notes, list, at } = await ledger(w)
    const withdraw = (who: World['manager'], discrepancyId: string, seenVersion = 1) =>
      withdrawDiscrepancy(who, { ...at, discrepancyId, seenVersion })
    await expect(withdraw(w.manager, notes.middle)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await withdraw(w.reviser, notes.middle)).toEqual({ number: 3 })
    expect(await list({}, 'number')).toEqual([1, 2])
    await decideDiscrepancy(w.reviewer, decided(w.projectId, notes.last))
    await expect(withdraw(w.reviser, notes.last, 2)).rejects.toMatchObject({ code: 'conflict' })
    const [document] = await db.document.findMany({ where: { projectId: w.projectId } })
    expect(document!.lastDiscrepancy).toBe(2)
  })
})
