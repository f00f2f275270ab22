import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { changesBetween } from '../../lib/edition/changes'
import { getGate } from '../../lib/edition/gate'
import { PublishInput } from '../../lib/edition/input'
import { publishEdition } from '../../lib/edition/publish-edition'
import { exportEdition, getEdition, listEditions } from '../../lib/edition/queries'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { setStatus } from '../../lib/segment/set-status'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ROWS: [string, string][] = [
  ['查处案件68.9万起。', 'It handled 68,900 cases.'],
  ['谢谢。', 'Thank you. 𠮷'],
]

type Given = { status?: 'draft' | 'reviewed'; rows?: [string, string][] }

async function document(w: World, { status = 'reviewed', rows = ROWS }: Given = {}) {
  const { documentId, ids } = await w.document(rows)
  await db.segment.updateMany({ where: { documentId }, data: { status } })
  const place = { projectId: w.projectId, documentId }
  const publish = async (more: object = {}) => {
    const { number } = await getGate(w.observer, place)
    return await publishEdition(w.manager, PublishInput.parse({ ...place, number, ...more }))
  }
  return { place, ids, publish, editions: () => listEditions(w.observer, place) }
}

describe('the gate', () => {
  test('tells what stands in the way, with its rows, and wants a reason that is logged', async () => {
    const w = await world()
    const { place, publish, editions } = await document(w, { status: 'draft' })
    const { obstacles } = await getGate(w.observer, place)
    expect(obstacles.unapproved).toMatchObject({ count: 2, first: [{ row: 1 }, { row: 2 }] })
    await expect(publish()).rejects.toMatchObject({ problem: 'edition-gate', detail: { unapproved: 2, critical: 0 } })
    expect(await editions()).toEqual([])
    await publish({ overrideReason: 'The briefing is tonight.' })
    expect(await editions()).toMatchObject([{ number: 1, overrideReason: 'The briefing is tonight.' }])
    const entry = await db.auditEntry.findFirst({ where: { projectId: w.projectId, action: 'edition.publish' } })
    expect(entry).toMatchObject({ detail: { number: 1, reason: 'The briefing is tonight.', unapproved: 2 } })
    const statuses = await db.segment.findMany({ where: { documentId: place.documentId }, select: { status: true } })
    expect(statuses.map(({ status }) => status)).toEqual(['draft', 'draft'])
  })

  test('protected rows need no approval: with them the gate can be clear, and they are released with the rest', async () => {
    const w = await world()
    const { place, ids, publish } = await document(w, {
      rows: [...ROWS, ['翻译：李文', 'Translated by Li Wen'], ['以中文为准。', 'The Chinese prevails.']],
    })
    await db.segment.update({ where: { id: ids[2] }, data: { kind: 'credit', locked: true, status: 'draft' } })
    const clause = { kind: 'prevail-clause', locked: true, status: 'translated', stale: true } as const
    await db.segment.update({ where: { id: ids[3] }, data: clause })
    const { obstacles } = await getGate(w.observer, place)
    expect(obstacles).toMatchObject({ unapproved: { count: 0 }, stale: { count: 1, first: [{ row: 4 }] } })
    await db.segment.update({ where: { id: ids[3] }, data: { stale: false } })
    await publish()
    const rows = await db.segment.findMany({ where: { documentId: place.documentId }, orderBy: { position: 'asc' } })
    expect(rows.map(({ status }) => status)).toEqual(['released', 'released', 'released', 'released'])
    const [step] = await db.transition.findMany({ where: { segmentId: ids[2] } })
    expect(step).toMatchObject({ from: 'draft', to: 'released', demotion: false })
    // Taken back, corrected and published again without anybody's approval.
    const seen = { status: 'released', zhVersion: 1, enVersion: 1 } as const
    await setStatus(w.manager, { projectId: w.projectId, segmentId: ids[2]!, to: 'reviewed', seen })
    const edit = { projectId: w.projectId, segmentId: ids[2], side: 'en', seenVersion: 1, text: 'Translation: Li Wen' }
    await recordEdit(w.manager, EditInput.parse(edit))
    await publish()
    expect(await db.segment.count({ where: { documentId: place.documentId, status: 'released' } })).toBe(4)
  })

  test('an open critical discrepancy and a stale row stand in the way; a suggestion is only told', async () => {
    const w = await world()
    const { place, ids } = await document(w)
    await db.segment.update({ where: { id: ids[1] }, data: { stale: true } })
    const note = { projectId: w.projectId, documentId: place.documentId, segmentId: ids[0]!, number: 1 }
    await db.discrepancy.create({
      data: { ...note, type: 'number', severity: 'critical', raisedById: w.memberIds.reviser },
    })
    const { obstacles } = await getGate(w.observer, place)
    expect(obstacles).toMatchObject({
      critical: { count: 1, first: [{ row: 1 }] },
      stale: { count: 1, first: [{ row: 2 }] },
    })
  })
})

describe('an edition', () => {
  test('releases what was reviewed, and is the very bytes its hash is of', async () => {
    const w = await world()
    const { place, publish } = await document(w)
    const { sha256 } = await publish({ note: 'For the press.' })
    expect(await db.segment.count({ where: { documentId: place.documentId, status: 'released' } })).toBe(2)
    const { body } = await exportEdition(w.observer, { ...place, number: 1, format: 'edition', language: 'en' })
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
    const content = JSON.parse(String(body))
    expect(content).toMatchObject({ format: 'duizhao-edition', number: 1, previous: null, note: 'For the press.' })
    expect(content.document.segments.map(({ en }: { en: string }) => en)).toEqual(ROWS.map(([, en]) => en))
  })

  test('stays as it was published, whatever becomes of the text; the next one says what is different', async () => {
    const w = await world()
    const { place, ids, publish } = await document(w)
    const first = await publish()
    await db.segment.updateMany({ where: { documentId: place.documentId }, data: { status: 'reviewed' } })
    const edit = { projectId: w.projectId, segmentId: ids[0], side: 'en', seenVersion: 1 }
    await recordEdit(w.reviser, EditInput.parse({ ...edit, text: 'It handled 689,000 cases.' }))
    await publish({ overrideReason: 'A correction.' })
    const csv = await exportEdition(w.observer, { ...place, number: 1, format: 'csv', language: 'en' })
    expect(String(csv.body)).toContain('68,900')
    const second = await getEdition(w.observer, { ...place, number: 2 })
    expect(second).toMatchObject({ intact: true, previous: first.sha256, changes: 1 })
    expect(second.differences).toEqual([
      { row: 1, side: 'en', was: ROWS[0]![1], is: 'It handled 689,000 cases.', note: null },
    ])
  })

  test('can be neither changed nor deleted, not even past the commands; it goes with its document', async () => {
    const w = await world()
    const { place, publish } = await document(w)
    await publish()
    const where = { documentId_number: { documentId: place.documentId, number: 1 } }
    await expect(db.edition.update({ where, data: { note: 'Other.' } })).rejects.toThrow(/stays as it was published/)
    await expect(db.edition.delete({ where })).rejects.toThrow(/stays as it was published/)
    await expect(
      db.edition.create({
        data: { ...(await db.edition.findUniqueOrThrow({ where })), id: undefined, number: 2, content: 'forged' },
      }),
    ).rejects.toThrow(/Edition_sha256/)
    await db.document.delete({ where: { id: place.documentId } })
    expect(await db.edition.count({ where: { projectId: w.projectId } })).toBe(0)
  })

  test('two who publish at once make one', async () => {
    const w = await world()
    const { place, editions } = await document(w)
    const input = PublishInput.parse({ ...place, number: 1 })
    const results = await Promise.allSettled([publishEdition(w.manager, input), publishEdition(w.manager, input)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: 'changed-meanwhile' },
    })
    expect(await editions()).toHaveLength(1)
  })
})

test('rows that came and rows that went are changes like any other', async () => {
  const w = await world()
  const { place, publish } = await document(w)
  await publish()
  const { body } = await exportEdition(w.observer, { ...place, number: 1, format: 'edition', language: 'en' })
  const { document: one } = JSON.parse(String(body))
  const shorter = { ...one, segments: one.segments.slice(0, 1) }
  const gone = [
    { row: 2, side: 'zh', was: '谢谢。', is: '', note: null },
    { row: 2, side: 'en', was: 'Thank you. 𠮷', is: '', note: null },
  ]
  expect(changesBetween(one, shorter)).toEqual(gone)
  expect(changesBetween(shorter, one)).toEqual(gone.map(({ was, is, ...more }) => ({ ...more, was: is, is: was })))
  expect(changesBetween(one, one)).toEqual([])
})
