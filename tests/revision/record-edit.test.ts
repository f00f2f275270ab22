import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { EditInput } from '../../lib/revision/input'
import { getHistory } from '../../lib/revision/queries'
import { recordEdit } from '../../lib/revision/record-edit'
import { restoreRevision } from '../../lib/revision/restore-revision'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

async function oneRow(w: World, zh = '共有68.9万人。', en = 'There were 689,000 people.') {
  const { ids, documentId } = await w.document([[zh, en]])
  const edit = (text: string, seenVersion: number, more: Partial<EditInput> = {}) =>
    EditInput.parse({ projectId: w.projectId, segmentId: ids[0], side: 'en', text, seenVersion, ...more })
  const row = () => db.segment.findUniqueOrThrow({ where: { id: ids[0] } })
  return { segmentId: ids[0], documentId, edit, row }
}

describe('saving', () => {
  test('keeps the old text as a revision and touches the other side not at all', async () => {
    const w = await world()
    const { edit, row, segmentId } = await oneRow(w)
    expect(await recordEdit(w.translator, edit('About 689,000 people.', 1))).toEqual({
      version: 2,
      status: 'translated',
      stale: false,
      changed: true,
    })
    expect(await row()).toMatchObject({ en: 'About 689,000 people.', enVersion: 2, zh: '共有68.9万人。', zhVersion: 1 })
    const [revision] = await db.revision.findMany({ where: { segmentId } })
    expect(revision).toMatchObject({
      side: 'en',
      before: 'There were 689,000 people.',
      after: 'About 689,000 people.',
      version: 2,
    })
  })

  test('the same text again is no revision', async () => {
    const w = await world()
    const { edit, segmentId } = await oneRow(w)
    expect(await recordEdit(w.translator, edit('There were 689,000 people.', 1))).toMatchObject({
      version: 1,
      changed: false,
    })
    expect(await db.revision.count({ where: { segmentId } })).toBe(0)
  })

  test('a text that has changed since is a conflict that tells the other text and changes nothing', async () => {
    const w = await world()
    const { edit, row } = await oneRow(w)
    await recordEdit(w.translator, edit('Theirs.', 1))
    await expect(recordEdit(w.reviser, edit('Mine.', 1))).rejects.toMatchObject({
      code: 'conflict',
      problem: 'segment-changed',
      detail: { version: 2, text: 'Theirs.' },
    })
    expect(await row()).toMatchObject({ en: 'Theirs.', enVersion: 2 })
  })

  test('of many saves at once exactly one is acknowledged, and no acknowledged text is missing from the history', async () => {
    const w = await world()
    const { edit, segmentId, row } = await oneRow(w)
    let version = 1
    for (let round = 0; round < 5; round++) {
      const tries = Array.from({ length: 8 }, (_, index) =>
        recordEdit(w.reviser, edit(`Round ${round}, try ${index}.`, version)),
      )
      const kept = (await Promise.allSettled(tries)).filter((one) => one.status === 'fulfilled')
      expect(kept).toHaveLength(1)
      version++
    }
    const revisions = await db.revision.findMany({ where: { segmentId }, orderBy: { version: 'asc' } })
    expect(revisions.map((revision) => revision.version)).toEqual([2, 3, 4, 5, 6])
    for (let index = 1; index < revisions.length; index++)
      expect(revisions[index].before).toBe(revisions[index - 1].after)
    expect((await row()).en).toBe(revisions.at(-1)?.after)
  })

  test.each(['𠮷野家 😀', 'a\r\n\tb  ', '\u2028 \u00a0“”', ''])('keeps %j to the last character', async (text) => {
    const w = await world()
    const { edit, row } = await oneRow(w)
    await recordEdit(w.translator, edit(text, 1))
    expect((await row()).en).toBe(text)
  })

  test('text that no database can keep is refused at the door', () => {
    const base = { projectId: crypto.randomUUID(), segmentId: 1, side: 'en', seenVersion: 1 }
    expect(EditInput.safeParse({ ...base, text: 'a\u0000b' }).success).toBe(false)
    expect(EditInput.safeParse({ ...base, text: 'half \ud83d' }).success).toBe(false)
  })
})

describe('what a change undoes', () => {
  test('approved words that change have only been translated', async () => {
    const w = await world()
    const { edit, segmentId, row } = await oneRow(w)
    const seen = { zhVersion: 1, enVersion: 1 }
    await setStatus(w.reviser, {
      projectId: w.projectId,
      segmentId,
      to: 'revised',
      seen: { ...seen, status: 'translated' },
    })
    await setStatus(w.reviewer, {
      projectId: w.projectId,
      segmentId,
      to: 'reviewed',
      seen: { ...seen, status: 'revised' },
    })
    await recordEdit(w.reviser, edit('Changed.', 1))
    expect(await row()).toMatchObject({ status: 'translated', revisedBy: null, reviewedBy: null })
    const { transitions } = await getHistory(w.observer, { projectId: w.projectId, segmentId })
    expect(transitions[0]).toMatchObject({ from: 'reviewed', to: 'translated', demotion: true })
  })

  test('a substantive correction of the governing text makes the translation stale; an editorial one keeps approvals', async () => {
    const w = await world()
    const { edit, segmentId, row } = await oneRow(w)
    const seen = { zhVersion: 1, enVersion: 1, status: 'translated' as const }
    await setStatus(w.reviser, { projectId: w.projectId, segmentId, to: 'revised', seen })
    await recordEdit(w.manager, edit('共有68.9万人 。', 1, { side: 'zh', correction: 'editorial' }))
    expect(await row()).toMatchObject({ status: 'revised', stale: false, revisedBy: w.memberIds.reviser })
    await recordEdit(w.manager, edit('共有68.8万人。', 2, { side: 'zh', correction: 'substantive' }))
    expect(await row()).toMatchObject({ status: 'translated', stale: true, zhVersion: 3, enVersion: 1 })
  })

  test('only a manager corrects the governing text', async () => {
    const w = await world()
    const { edit } = await oneRow(w)
    await expect(recordEdit(w.reviser, edit('改', 1, { side: 'zh' }))).rejects.toMatchObject({
      problem: 'governing-text-locked',
    })
  })

  test('where both texts are authentic neither is locked', async () => {
    const w = await world({ governing: 'equally-authentic' })
    const { edit } = await oneRow(w)
    expect(await recordEdit(w.reviser, edit('改', 1, { side: 'zh' }))).toMatchObject({ version: 2, stale: false })
  })
})

/** Resolves once that many statements of this database wait for a lock. */
async function waiters(count: number) {
  for (;;) {
    const [{ waiting }] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting >= count) return
  }
}

describe('restoring', () => {
  test('brings an earlier text back as a new revision', async () => {
    const w = await world()
    const { edit, segmentId, row } = await oneRow(w)
    await recordEdit(w.translator, edit('Second.', 1))
    await recordEdit(w.translator, edit('Third.', 2))
    const { revisions } = await getHistory(w.translator, { projectId: w.projectId, segmentId })
    const first = revisions.at(-1)
    await restoreRevision(w.translator, {
      projectId: w.projectId,
      revisionId: first?.id ?? 0,
      state: 'before',
      seenVersion: 3,
    })
    expect(await row()).toMatchObject({ en: 'There were 689,000 people.', enVersion: 4 })
    expect(await db.revision.count({ where: { segmentId } })).toBe(3)
  })
})

describe('marked words', () => {
  const mark = (text: string, quote: string) => ({
    from: text.indexOf(quote),
    to: text.indexOf(quote) + quote.length,
    quote,
  })

  test('are followed through an edit, and keep their quotation when they are gone', async () => {
    const w = await world()
    const text = 'There were 689,000 people.'
    const { edit, segmentId } = await oneRow(w)
    const base = {
      projectId: w.projectId,
      segmentId,
      type: 'number' as const,
      severity: 'major' as const,
      zh: null,
      note: '',
    }
    const { id } = await raiseDiscrepancy(w.reviser, { ...base, en: mark(text, 'people') })
    await recordEdit(w.reviser, edit('In all there were 689,000 people.', 1))
    const moved = await db.discrepancy.findUniqueOrThrow({ where: { id } })
    expect('In all there were 689,000 people.'.slice(moved.enFrom ?? 0, moved.enTo ?? 0)).toBe('people')
    await recordEdit(w.reviser, edit('', 2))
    expect(await db.discrepancy.findUniqueOrThrow({ where: { id } })).toMatchObject({
      enFrom: null,
      enTo: null,
      enQuote: 'people',
    })
  })

  test('a note that is being written while a text is saved moves with the words all the same', async () => {
    const w = await world()
    const { edit, segmentId } = await oneRow(w)
    const en = mark('There were 689,000 people.', 'people')
    const note = { projectId: w.projectId, segmentId, type: 'number', severity: 'major', zh: null, note: '' } as const
    // Locked, both wait at the row; the note is first in the queue, so the save has read the notes without it.
    let raising: Promise<{ id: string }> = Promise.reject(new Error('not yet'))
    let saving: Promise<unknown> = Promise.resolve()
    raising.catch(() => {})
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Segment" WHERE "id" = ${segmentId} FOR UPDATE`
      raising = raiseDiscrepancy(w.reviser, { ...note, en })
      await waiters(1)
      saving = recordEdit(w.reviser, edit('In all there were 689,000 people.', 1))
      await waiters(2)
    })
    const [{ id }] = await Promise.all([raising, saving])
    const { enFrom, enTo } = await db.discrepancy.findUniqueOrThrow({ where: { id } })
    expect('In all there were 689,000 people.'.slice(enFrom ?? 0, enTo ?? 0)).toBe('people')
  })

  test('a decision to mend is tied to the revision that mends it, whichever comes first', async () => {
    const w = await world()
    const { edit, segmentId } = await oneRow(w)
    const base = {
      projectId: w.projectId,
      segmentId,
      type: 'number' as const,
      severity: 'major' as const,
      zh: null,
      note: '',
    }
    const { id } = await raiseDiscrepancy(w.reviser, { ...base, en: mark('There were 689,000 people.', '689,000') })
    await decideDiscrepancy(w.reviser, {
      projectId: w.projectId,
      discrepancyId: id,
      seenVersion: 1,
      decision: 'mend-translation',
      note: '',
      legalEffect: null,
    })
    expect(await db.discrepancy.findUniqueOrThrow({ where: { id } })).toMatchObject({ mendedById: null })
    await recordEdit(w.reviser, edit('There were 6.89 million people.', 1))
    const { mendedById, enFrom, enTo } = await db.discrepancy.findUniqueOrThrow({ where: { id } })
    expect(mendedById).not.toBeNull()
    expect('There were 6.89 million people.'.slice(enFrom ?? 0, enTo ?? 0)).toBe('6.89 million')
  })
})

test('history cannot be rewritten', async () => {
  const w = await world()
  const { edit, segmentId } = await oneRow(w)
  await recordEdit(w.translator, edit('Second.', 1))
  await expect(db.revision.updateMany({ where: { segmentId }, data: { after: 'Forged.' } })).rejects.toThrow(
    /keeps its rows/,
  )
})
