import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { contestDiscrepancy } from '../../lib/discrepancy/contest-discrepancy'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { ContestInput, DecideInput, RaiseInput, VerifyInput } from '../../lib/discrepancy/input'
import { proposeDecision } from '../../lib/discrepancy/propose-decision'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '../../lib/discrepancy/reopen-discrepancy'
import { allows, type Decision, DISCREPANCY_ACTS, DISCREPANCY_STATES } from '../../lib/discrepancy/rules'
import { verifyDiscrepancy } from '../../lib/discrepancy/verify-discrepancy'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { listSegments } from '../../lib/segment/queries'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ZH = '查处案件68.9万起。'
const WRONG = 'It handled 68,900 cases.'
const RIGHT = 'It handled 689,000 cases.'

/** A note on a wrong number, and what people do with it. Each act sees the note as it stands. */
async function note(w: World, more: object = {}) {
  const { ids, documentId } = await w.document([[ZH, WRONG]])
  const raise = RaiseInput.parse({
    projectId: w.projectId,
    segmentId: ids[0],
    type: 'number',
    severity: 'critical',
    zh: { from: 4, to: 9, quote: '68.9万' },
    en: { from: 11, to: 17, quote: '68,900' },
    ...more,
  })
  const { id: discrepancyId } = await raiseDiscrepancy(w.reviser, raise)
  const now = () => db.discrepancy.findUniqueOrThrow({ where: { id: discrepancyId } })
  const at = async () => ({ projectId: w.projectId, discrepancyId, seenVersion: (await now()).version })
  const decision = async (what: Decision) => DecideInput.parse({ ...(await at()), decision: what, note: 'Ten times.' })
  return {
    now,
    at,
    acts: async () =>
      (await db.discrepancyStep.findMany({ where: { discrepancyId }, orderBy: { id: 'asc' } })).map(({ act }) => act),
    row: async () =>
      (await listSegments(w.observer, { projectId: w.projectId, documentId, ids: [ids[0]!] }))[0]!.discrepancies[0]!,
    propose: async (by: World['manager'], what: Decision = 'mend-translation') =>
      proposeDecision(by, await decision(what)),
    decide: async (by: World['manager'], what: Decision = 'mend-translation') =>
      decideDiscrepancy(by, await decision(what)),
    verify: async (by: World['manager'], overrideReason?: string) =>
      verifyDiscrepancy(by, VerifyInput.parse({ ...(await at()), overrideReason })),
    contest: async (by: World['manager']) =>
      contestDiscrepancy(by, ContestInput.parse({ ...(await at()), reason: 'The figure is right.' })),
    reopen: async (by: World['manager']) => reopenDiscrepancy(by, await at()),
    async write(by: World['manager'], text: string) {
      const { enVersion } = await db.segment.findUniqueOrThrow({ where: { id: ids[0]! } })
      const place = { projectId: w.projectId, segmentId: ids[0]!, side: 'en', seenVersion: enVersion }
      return recordEdit(by, EditInput.parse({ ...place, text }))
    },
  }
}

describe('the life of a note', () => {
  test('proposed, decided, mended, verified: each step on record with who took it', async () => {
    const w = await world()
    const n = await note(w)
    await n.propose(w.translator)
    expect(await n.now()).toMatchObject({ state: 'proposed', decision: 'mend-translation', decidedById: null })
    await n.decide(w.reviser)
    await expect(n.verify(w.reviewer)).rejects.toMatchObject({ problem: 'not-mended-yet' })
    await n.write(w.translator, RIGHT)
    expect(await n.now()).toMatchObject({ state: 'decided', mendedById: expect.any(Number) })
    await n.verify(w.reviewer)
    expect(await n.now()).toMatchObject({ state: 'verified', verifiedById: w.memberIds.reviewer })
    expect((await n.row()).steps.map(({ act, by }) => [act, by])).toEqual([
      ['propose', 'translator'],
      ['decide', 'reviser'],
      ['verify', 'reviewer'],
    ])
  })

  test('a translator may propose, not decide; a proposal is taken back by who made it or who may decide', async () => {
    const w = await world()
    const n = await note(w)
    await expect(n.decide(w.translator)).rejects.toMatchObject({ problem: 'not-allowed' })
    await n.propose(w.translator, 'query-issuer')
    await n.reopen(w.translator)
    await n.propose(w.reviewer)
    await expect(n.reopen(w.translator)).rejects.toMatchObject({ problem: 'not-allowed' })
    await n.reopen(w.reviser)
    expect(await n.now()).toMatchObject({ state: 'open', decision: null, proposedById: null })
  })

  test('the translator contests a decision with a reason: it is open again, and both stay on record', async () => {
    const w = await world()
    const n = await note(w)
    await n.decide(w.reviser, 'keep-both')
    await n.contest(w.translator)
    expect(await n.now()).toMatchObject({ state: 'open', decision: null, decidedAt: null })
    expect((await n.row()).steps).toMatchObject([
      { act: 'decide', decision: 'keep-both', reason: 'Ten times.' },
      { act: 'contest', decision: 'keep-both', reason: 'The figure is right.', by: 'translator' },
    ])
  })
})

describe('four eyes', () => {
  test('neither who decided nor who wrote the mending words verifies; a manager may, with a reason that is logged', async () => {
    const w = await world()
    const n = await note(w)
    await n.write(w.manager, RIGHT)
    await n.decide(w.reviser)
    await expect(n.verify(w.reviser)).rejects.toMatchObject({ problem: 'four-eyes-note', detail: { overridable: 0 } })
    await expect(n.verify(w.manager)).rejects.toMatchObject({ problem: 'four-eyes-note', detail: { overridable: 1 } })
    await n.verify(w.manager, 'Nobody else is in today.')
    expect(await n.now()).toMatchObject({ state: 'verified' })
    const where = { projectId: w.projectId, action: 'four-eyes.override' }
    expect(await db.auditEntry.findFirst({ where })).toMatchObject({ detail: { reason: 'Nobody else is in today.' } })
  })

  test('a project without the rule lets one person do it all', async () => {
    const w = await world({ fourEyes: false })
    const n = await note(w)
    await n.decide(w.reviser, 'keep-both')
    await n.verify(w.reviser)
    expect(await n.now()).toMatchObject({ state: 'verified' })
  })
})

describe('a text that falls back', () => {
  async function verified(w: World) {
    const n = await note(w)
    await n.decide(w.reviser)
    await n.write(w.translator, RIGHT)
    await n.verify(w.reviewer)
    return n
  }

  test.each([
    ['to the whole text it was', WRONG],
    ['to the quoted words, in another sentence', 'In all, 68,900 cases were handled.'],
  ])('%s opens its note again', async (_, text) => {
    const w = await world()
    const n = await verified(w)
    await n.write(w.translator, text)
    expect(await n.now()).toMatchObject({ state: 'open', decision: null, mendedById: null, verifiedAt: null })
    expect(await n.acts()).toEqual(['decide', 'verify', 'fall-back'])
  })

  test('another change of the mended text leaves it as it is', async () => {
    const w = await world()
    const n = await verified(w)
    await n.write(w.translator, 'It handled 689,000 cases in all.')
    expect(await n.now()).toMatchObject({ state: 'verified' })
  })

  test.each(['before', 'after'] as const)('a comma elsewhere, %s the decision, mends nothing', async (when) => {
    const w = await world()
    const n = await note(w)
    if (when === 'after') await n.decide(w.reviser)
    await n.write(w.translator, 'It handled 68,900 cases, all told.')
    if (when === 'before') await n.decide(w.reviser)
    expect(await n.now()).toMatchObject({ state: 'decided', mendedById: null })
    await expect(n.verify(w.reviewer)).rejects.toMatchObject({ problem: 'not-mended-yet' })
    await n.write(w.translator, 'It handled 689,000 cases, all told.')
    await n.verify(w.reviewer)
  })

  test('words that were mended in two goes fall back when they are there again', async () => {
    const w = await world()
    const n = await note(w)
    await n.write(w.translator, 'It handled 698,000 cases.')
    await n.write(w.translator, RIGHT)
    await n.decide(w.reviser)
    await n.write(w.translator, WRONG)
    expect(await n.now()).toMatchObject({ state: 'open', mendedById: null })
  })

  test('what had nothing marked on the mended side falls back to any text it had before', async () => {
    const w = await world()
    const n = await note(w, { en: null })
    await n.write(w.translator, 'It handled 68,900 cases here.')
    await n.write(w.translator, RIGHT)
    await n.decide(w.reviser)
    expect(await n.now()).toMatchObject({ mendedById: expect.any(Number) })
    await n.write(w.translator, WRONG)
    expect(await n.now()).toMatchObject({ state: 'open' })
  })

  test('the correction of the governing text is not what mends a translation', async () => {
    const w = await world()
    const n = await note(w)
    const { segmentId } = await n.now()
    await recordEdit(
      w.manager,
      EditInput.parse({
        projectId: w.projectId,
        segmentId,
        side: 'zh',
        text: '查处案件共68.9万起。',
        seenVersion: 1,
        correction: 'editorial',
      }),
    )
    await n.decide(w.reviser)
    expect(await n.now()).toMatchObject({ state: 'decided', mendedById: null })
  })
})

test('law: an act is taken from the states its rule names, and from no other', async () => {
  const w = await world({ fourEyes: false })
  const acts = { propose: 'propose', decide: 'decide', verify: 'verify', contest: 'contest', reopen: 'reopen' } as const
  for (const state of DISCREPANCY_STATES) {
    for (const act of Object.keys(acts) as (keyof typeof acts)[]) {
      const n = await note(w)
      await n.write(w.translator, RIGHT)
      if (state === 'proposed') await n.propose(w.manager)
      if (['decided', 'verified', 'published'].includes(state)) await n.decide(w.manager)
      if (['verified', 'published'].includes(state)) await n.verify(w.manager)
      const { discrepancyId: id } = await n.at()
      if (state === 'published') await db.discrepancy.update({ where: { id }, data: { state } })
      const outcome = await n[acts[act]](w.manager).then(
        () => 'taken',
        (error) => error.problem,
      )
      expect([state, act, outcome]).toEqual([state, act, allows(act, state) ? 'taken' : 'discrepancy-step'])
      if (outcome === 'taken') expect((await n.now()).state).toBe(DISCREPANCY_ACTS[act].to)
    }
  }
})
