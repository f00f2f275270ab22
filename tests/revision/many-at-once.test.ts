/** A law of saving: whatever several people do to a few segments at once, nothing acknowledged is lost and no mark goes astray. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { AppError } from '../../lib/errors'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const TEXT = 'one two KEPT three four'

/** Refusals are answers; anything else is a bug and fails the test. */
async function unlessRefused<T>(act: Promise<T>): Promise<T | null> {
  return await act.catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}

type Step = { at: number; act: 'edit' | 'restore' | 'status' | 'raise'; filler: string }

async function doStep(w: World, actor: World['reviser'], id: number, { act, filler }: Step, acknowledged: string[]) {
  const { projectId } = w
  const row = await db.segment.findUniqueOrThrow({ where: { id } })
  if (act === 'edit') {
    const text = `${filler} ${acknowledged.length} KEPT ${filler}`
    const edit = { projectId, segmentId: id, side: 'en', text, seenVersion: row.enVersion }
    const saved = await unlessRefused(recordEdit(actor, EditInput.parse(edit)))
    if (saved?.changed) acknowledged.push(`${id} ${saved.version} ${text}`)
  } else if (act === 'restore') {
    const revision = await db.revision.findFirst({ where: { segmentId: id }, orderBy: { id: 'asc' } })
    if (!revision) return
    const restore = { projectId, revisionId: revision.id, state: 'before' as const, seenVersion: row.enVersion }
    const saved = await unlessRefused(restoreRevision(actor, restore))
    if (saved?.changed) acknowledged.push(`${id} ${saved.version} ${saved.text}`)
  } else if (act === 'status') {
    const to = row.status === 'translated' ? ('revised' as const) : ('translated' as const)
    const seen = { zhVersion: row.zhVersion, enVersion: row.enVersion, status: row.status }
    await unlessRefused(setStatus(actor, { projectId, segmentId: id, to, seen }))
  } else {
    const from = row.en.indexOf('KEPT')
    const en = { from, to: from + 4, quote: 'KEPT' }
    const note = {
      projectId,
      segmentId: id,
      type: 'style-register',
      severity: 'minor',
      zh: null,
      en,
      note: '',
    } as const
    await unlessRefused(raiseDiscrepancy(actor, note))
  }
}

test('every acknowledged text is in the history, which replays to the text, and marks stay on their words', async () => {
  const w = await world()
  const { ids } = await w.document([
    ['一', TEXT],
    ['二', TEXT],
  ])
  const step = fc.record({
    at: fc.nat({ max: 1 }),
    act: fc.constantFrom<Step['act']>('edit', 'edit', 'restore', 'status', 'raise'),
    filler: fc.constantFrom('a', 'far longer words', 'x y z', '𠮷'),
  })
  const steps = fc.sample(step, { numRuns: 300, seed: 20_261_123 })
  const acknowledged: string[] = []
  const work = async (actor: World['reviser'], own: Step[]) => {
    for (const one of own) await doStep(w, actor, ids[one.at], one, acknowledged)
  }
  const third = steps.length / 3
  await Promise.all(
    [w.reviser, w.manager, w.reviser].map((actor, index) =>
      work(actor, steps.slice(index * third, (index + 1) * third)),
    ),
  )
  expect(acknowledged.length).toBeGreaterThan(30)
  const revisions = await db.revision.findMany({ where: { segmentId: { in: ids } }, orderBy: { version: 'asc' } })
  expect(revisions.map((one) => `${one.segmentId} ${one.version} ${one.after}`).sort()).toEqual(acknowledged.sort())
  for (const id of ids) {
    let text = TEXT
    for (const revision of revisions.filter(({ segmentId }) => segmentId === id)) {
      expect(revision.before).toBe(text)
      text = revision.after
    }
    expect((await db.segment.findUniqueOrThrow({ where: { id } })).en).toBe(text)
  }
  const notes = await db.discrepancy.findMany({ where: { segmentId: { in: ids } }, include: { segment: true } })
  expect(notes.length).toBeGreaterThan(10)
  for (const { enFrom, enTo, segment } of notes)
    expect(enFrom === null ? 'KEPT' : segment.en.slice(enFrom, enTo ?? 0)).toContain('KEPT')
}, 60_000)
