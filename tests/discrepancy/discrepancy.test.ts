import { describe, expect, test } from 'vitest'
import { GOVERNING_RULES } from '../../lib/bitext/text'
import { db } from '../../lib/db'
import { amendDiscrepancy } from '../../lib/discrepancy/amend-discrepancy'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { DecideInput, RaiseInput } from '../../lib/discrepancy/input'
import { listDiscrepancies } from '../../lib/discrepancy/queries'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '../../lib/discrepancy/reopen-discrepancy'
import { openDecisions } from '../../lib/discrepancy/rules'
import { listSegments } from '../../lib/segment/queries'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ZH = '查处案件68.9万起。'
const EN = 'It handled 68,900 cases.'

async function raised(w: World, more: object = {}) {
  const { ids, documentId } = await w.document([
    ['一', 'One'],
    [ZH, EN],
  ])
  const input = RaiseInput.parse({
    projectId: w.projectId,
    segmentId: ids[1],
    type: 'number',
    severity: 'critical',
    zh: { from: 4, to: 9, quote: '68.9万' },
    en: { from: 11, to: 17, quote: '68,900' },
    note: 'Ten times too small.',
    ...more,
  })
  const { id, number } = await raiseDiscrepancy(w.reviser, input)
  return { id, number, input, documentId, at: { projectId: w.projectId, discrepancyId: id } }
}

describe('raising', () => {
  test('keeps the exact words of both sides and finds its row again', async () => {
    const w = await world()
    const { documentId } = await raised(w)
    const [entry] = await listDiscrepancies(w.observer, { projectId: w.projectId, documentId })
    expect(entry).toMatchObject({
      row: 2,
      number: 1,
      zhQuote: '68.9万',
      enQuote: '68,900',
      zhMarked: true,
      state: 'open',
      raisedBy: 'reviser',
    })
  })

  test('words that do not stand there are refused, and nothing is written', async () => {
    const w = await world()
    await expect(raised(w, { en: { from: 10, to: 17, quote: '68,900' } })).rejects.toMatchObject({
      problem: 'span-outside-text',
    })
    expect(await db.discrepancy.count({ where: { projectId: w.projectId } })).toBe(0)
  })

  test('without words on either side it is no discrepancy', () => {
    const input = {
      projectId: crypto.randomUUID(),
      segmentId: 1,
      type: 'number',
      severity: 'minor',
      zh: null,
      en: null,
    }
    expect(RaiseInput.safeParse(input).success).toBe(false)
  })

  test('notes raised at once get different numbers without a gap', async () => {
    const w = await world()
    const { input } = await raised(w)
    const numbers = (await Promise.all(Array.from({ length: 6 }, () => raiseDiscrepancy(w.reviewer, input)))).map(
      ({ number }) => number,
    )
    expect(numbers.sort()).toEqual([2, 3, 4, 5, 6, 7])
  })
})

describe('deciding', () => {
  test('is kept with who and why, and can be taken back', async () => {
    const w = await world()
    const { at } = await raised(w)
    await decideDiscrepancy(
      w.reviser,
      DecideInput.parse({
        ...at,
        seenVersion: 1,
        decision: 'keep-both',
        note: 'Rounded on purpose.',
        legalEffect: 'formal',
      }),
    )
    const decided = await db.discrepancy.findUniqueOrThrow({ where: { id: at.discrepancyId } })
    expect(decided).toMatchObject({
      state: 'decided',
      decision: 'keep-both',
      decidedById: w.memberIds.reviser,
      version: 2,
    })
    await reopenDiscrepancy(w.reviewer, { ...at, seenVersion: 2 })
    expect(await db.discrepancy.findUniqueOrThrow({ where: { id: at.discrepancyId } })).toMatchObject({
      state: 'open',
      decision: null,
    })
    expect(
      await db.auditEntry.findFirst({ where: { subject: at.discrepancyId, action: 'discrepancy.reopen' } }),
    ).toMatchObject({
      detail: { decision: 'keep-both', decisionNote: 'Rounded on purpose.' },
    })
  })

  test('only a manager asks the issuer about the governing text', async () => {
    const w = await world()
    const { at } = await raised(w)
    const ask = DecideInput.parse({ ...at, seenVersion: 1, decision: 'query-issuer' })
    await expect(decideDiscrepancy(w.reviser, ask)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await decideDiscrepancy(w.manager, ask)).toEqual({ version: 2 })
  })

  test.each(GOVERNING_RULES)('under %s only what the rule leaves open can be decided', async (governing) => {
    const w = await world({ governing })
    const { at } = await raised(w)
    const closed = openDecisions(governing).includes('mend-either') ? 'mend-translation' : 'mend-either'
    const input = DecideInput.parse({ ...at, seenVersion: 1, decision: closed })
    await expect(decideDiscrepancy(w.manager, input)).rejects.toMatchObject({ problem: 'decision-under-rule' })
  })

  test('two decisions at once: the second is told that things have changed', async () => {
    const w = await world()
    const { at } = await raised(w)
    const input = DecideInput.parse({ ...at, seenVersion: 1, decision: 'keep-both' })
    const results = await Promise.allSettled([
      decideDiscrepancy(w.reviser, input),
      decideDiscrepancy(w.reviewer, input),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('putting a note otherwise', () => {
  const said = { type: 'mistranslation', severity: 'minor', note: 'On second thought.' } as const

  test('its author may, and a manager; what it said stays on record', async () => {
    const w = await world()
    const { at, documentId, input } = await raised(w)
    await amendDiscrepancy(w.reviser, { ...at, ...said, seenVersion: 1 })
    expect(await db.discrepancy.findUniqueOrThrow({ where: { id: at.discrepancyId } })).toMatchObject(said)
    await amendDiscrepancy(w.manager, { ...at, ...said, severity: 'major', seenVersion: 2 })
    const ids = [input.segmentId]
    const [row] = await listSegments(w.observer, { projectId: w.projectId, documentId, ids })
    expect(row!.discrepancies[0]!.steps).toMatchObject([
      { act: 'amend', by: 'reviser', was: { type: 'number', severity: 'critical', note: 'Ten times too small.' } },
      { act: 'amend', by: 'manager', was: said },
    ])
  })

  test('nobody else may, and nobody a decided one', async () => {
    const w = await world()
    const { at } = await raised(w)
    const amend = { ...at, ...said }
    const refused = { code: 'forbidden', problem: 'not-your-note' }
    await expect(amendDiscrepancy(w.reviewer, { ...amend, seenVersion: 1 })).rejects.toMatchObject(refused)
    await decideDiscrepancy(w.reviser, DecideInput.parse({ ...at, seenVersion: 1, decision: 'keep-both' }))
    await expect(amendDiscrepancy(w.reviser, { ...amend, seenVersion: 2 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await db.discrepancyStep.count({ where: { discrepancyId: at.discrepancyId, act: 'amend' } })).toBe(0)
  })
})
