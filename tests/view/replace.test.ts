import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { DecideInput, RaiseInput } from '../../lib/discrepancy/input'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { recordEdit } from '../../lib/revision/record-edit'
import { NO_FILTER, soughtOf } from '../../lib/view/filter'
import type { ReplaceInput } from '../../lib/view/input'
import { previewReplace } from '../../lib/view/preview-replace'
import { replaceInRows } from '../../lib/view/replace-in-rows'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ROWS: [string, string][] = [
  ['枫桥经验', 'The Fengqiao model, a model for all'],
  ['经验', 'Experience'],
  ['模式', 'A MODEL of its own'],
  ['模式', 'model (protected)'],
  ['模式', 'model (released)'],
]

async function begun(query: Partial<ReplaceInput['query']> = {}) {
  const w = await world()
  const { ids, documentId } = await w.document(ROWS)
  await db.segment.update({ where: { id: ids[3] }, data: { locked: true } })
  await db.segment.update({ where: { id: ids[4] }, data: { status: 'released' } })
  await db.segment.update({ where: { id: ids[0] }, data: { status: 'revised', revisedBy: w.memberIds.reviser } })
  const { text, in: where, matchCase, wholeWord, regex } = soughtOf(NO_FILTER)
  const asked = { text, in: where, matchCase, wholeWord, regex, ...query, ...(query.text ? {} : { text: 'model' }) }
  const at = { projectId: w.projectId, documentId, query: asked }
  return { w, ids, at, preview: await previewReplace(w.translator, { ...at, rows: null }) }
}

type Begun = Awaited<ReturnType<typeof begun>>

function replace({ w, at, preview }: Begun, more: Partial<ReplaceInput> = {}) {
  const what = { replacement: 'experience', keepCase: true, left: [], batchId: null, snapshot: preview.snapshot }
  return replaceInRows(w.translator, { ...at, ...what, ids: preview.ids, ...more })
}

const english = async (w: World) =>
  (await db.segment.findMany({ where: { projectId: w.projectId }, orderBy: { id: 'asc' } })).map(({ en }) => en)

describe('replacing', () => {
  test('the preview counts places and says what is left alone', async () => {
    const { ids, preview } = await begun()
    expect(preview).toMatchObject({
      ids: [ids[0], ids[2]],
      en: [2, 1],
      zh: [0, 0],
      refused: { protected: 1, released: 1 },
    })
  })

  test('the governing text is never replaced in passing', async () => {
    const { preview } = await begun({ text: '模式' })
    expect(preview).toMatchObject({ ids: [], refused: { governs: 3 } })
  })

  test('each text becomes a revision, demoted, its marks moved; places can be left', async () => {
    const one = await begun()
    const { w, ids } = one
    const note = { projectId: w.projectId, documentId: one.at.documentId, segmentId: ids[0]!, number: 1 }
    await db.discrepancy.create({
      data: {
        ...note,
        type: 'number',
        severity: 'minor',
        enFrom: 22,
        enTo: 27,
        enQuote: 'model',
        raisedById: w.memberIds.reviewer,
      },
    })
    const { changed, refused } = await replace(one, { left: [{ segmentId: ids[0]!, side: 'en', place: 1 }] })
    expect({ changed, refused }).toEqual({ changed: [ids[0], ids[2]], refused: [] })
    expect((await english(w)).slice(0, 3)).toEqual([
      'The Fengqiao experience, a model for all',
      'Experience',
      'A EXPERIENCE of its own',
    ])
    expect(await db.segment.findUnique({ where: { id: ids[0] } })).toMatchObject({
      status: 'translated',
      enVersion: 2,
      revisedBy: null,
    })
    expect(await db.revision.findFirst({ where: { segmentId: ids[0] } })).toMatchObject({
      version: 2,
      kind: 'replace',
      before: ROWS[0]![1],
    })
    expect(await db.transition.findFirst({ where: { segmentId: ids[0] } })).toMatchObject({
      from: 'revised',
      to: 'translated',
      demotion: true,
    })
    expect(await db.discrepancy.findFirst({ where: { segmentId: ids[0] } })).toMatchObject({ enFrom: 27, enTo: 32 })
  })

  test('a row that changed after the preview is reported, not overwritten', async () => {
    const one = await begun()
    const edit = {
      projectId: one.w.projectId,
      segmentId: one.ids[0]!,
      side: 'en' as const,
      seenVersion: 1,
      kind: 'edit' as const,
    }
    await recordEdit(one.w.reviser, { ...edit, text: 'Another model' })
    const { changed, refused } = await replace(one)
    expect(changed).toEqual([one.ids[2]])
    expect(refused).toEqual([{ id: one.ids[0], why: 'changed' }])
    expect((await english(one.w))[0]).toBe('Another model')
  })
})

describe('notes on words that are replaced', () => {
  const place = (text: string, quote: string) => ({
    from: text.indexOf(quote),
    to: text.indexOf(quote) + quote.length,
    quote,
  })

  async function noted() {
    const one = await begun()
    const raise = async (row: number, quote: string) => {
      const en = place(ROWS[row]![1], quote)
      const note = RaiseInput.parse({
        projectId: one.w.projectId,
        segmentId: one.ids[row],
        type: 'terminology',
        severity: 'minor',
        zh: null,
        en,
      })
      const { id } = await raiseDiscrepancy(one.w.reviser, note)
      const decided = {
        projectId: one.w.projectId,
        discrepancyId: id,
        seenVersion: 1,
        decision: 'mend-translation',
        note: '',
      }
      await decideDiscrepancy(one.w.manager, DecideInput.parse(decided))
      return id
    }
    const ids = [await raise(0, 'Fengqiao model'), await raise(0, 'The'), await raise(2, 'MODEL')]
    const notes = async () => {
      const found = await db.discrepancy.findMany({ where: { id: { in: ids } } })
      return ids.map((id) => found.find((note) => note.id === id)!)
    }
    return { one: { ...one, preview: await previewReplace(one.w.translator, { ...one.at, rows: null }) }, notes }
  }

  test('are mended by the revisions that replace them; others are not; undone, they are open again', async () => {
    const { one, notes } = await noted()
    const { batchId } = await replace(one)
    const [first, other, last] = await notes()
    expect([first, other, last].map((note) => note?.mendedById !== null)).toEqual([true, false, true])
    const revisions = await db.revision.findMany({ where: { id: { in: [first!.mendedById!, last!.mendedById!] } } })
    expect(revisions.map(({ segmentId, kind }) => [segmentId, kind]).sort()).toEqual([
      [one.ids[0], 'replace'],
      [one.ids[2], 'replace'],
    ])
    expect((await notes()).map(({ state }) => state)).toEqual(['decided', 'decided', 'decided'])
    await undoBatch(one.w.translator, { projectId: one.w.projectId, batchId: batchId! })
    expect((await notes()).map(({ state, mendedById }) => [state, mendedById])).toEqual([
      ['open', null],
      ['decided', null],
      ['open', null],
    ])
  })

  test('a place that is left mends nothing', async () => {
    const { one, notes } = await noted()
    await replace(one, { left: [{ segmentId: one.ids[2]!, side: 'en', place: 0 }] })
    expect((await notes()).map(({ mendedById }) => mendedById !== null)).toEqual([true, false, false])
  })
})

describe('undoing', () => {
  test('texts, statuses and approvals are as they were, and the history tells of it', async () => {
    const one = await begun()
    const before = await english(one.w)
    const { batchId } = await replace(one)
    expect(await undoBatch(one.w.translator, { projectId: one.w.projectId, batchId: batchId! })).toEqual({
      changed: [one.ids[0], one.ids[2]],
      left: [],
    })
    expect(await english(one.w)).toEqual(before)
    expect(await db.segment.findUnique({ where: { id: one.ids[0] } })).toMatchObject({
      status: 'revised',
      revisedBy: one.w.memberIds.reviser,
      enVersion: 3,
    })
    await expect(undoBatch(one.w.translator, { projectId: one.w.projectId, batchId: batchId! })).rejects.toMatchObject({
      problem: 'batch-undone',
    })
  })

  test('a row somebody worked on since stays', async () => {
    const one = await begun()
    const { batchId } = await replace(one)
    const edit = {
      projectId: one.w.projectId,
      segmentId: one.ids[2]!,
      side: 'en' as const,
      seenVersion: 2,
      kind: 'edit' as const,
    }
    await recordEdit(one.w.reviser, { ...edit, text: 'Mine' })
    const undone = await undoBatch(one.w.translator, { projectId: one.w.projectId, batchId: batchId! })
    expect(undone).toEqual({ changed: [one.ids[0]], left: [one.ids[2]] })
    expect((await english(one.w))[2]).toBe('Mine')
  })

  test('only by whoever did it, or a manager', async () => {
    const one = await begun()
    const { batchId } = await replace(one)
    const undo = { projectId: one.w.projectId, batchId: batchId! }
    await expect(undoBatch(one.w.reviser, undo)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await undoBatch(one.w.manager, undo)).changed).toHaveLength(2)
  })

  test('several calls make one batch', async () => {
    const one = await begun()
    const [first, second] = one.preview.ids
    const { batchId } = await replace(one, { ids: [first!] })
    expect((await replace(one, { ids: [second!], batchId })).batchId).toBe(batchId)
    expect((await undoBatch(one.w.translator, { projectId: one.w.projectId, batchId: batchId! })).changed).toHaveLength(
      2,
    )
  })
})
