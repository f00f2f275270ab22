import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { DecideInput, RaiseInput } from '../../lib/discrepancy/input'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { deleteDocument } from '../../lib/document/delete-document'
import { exportDocument } from '../../lib/edition/export-document'
import { exportEdition } from '../../lib/edition/export-edition'
import { getGate } from '../../lib/edition/gate'
import { PublishInput } from '../../lib/edition/input'
import { publishEdition } from '../../lib/edition/publish-edition'
import {
  compareTwoEditions,
  getEdition,
  getEditionsOf,
  listEditions,
  listKeptEditions,
} from '../../lib/edition/queries'
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
    expect(second.comparison).toMatchObject({
      text: [{ row: 1, side: 'en', was: ROWS[0]![1], is: 'It handled 689,000 cases.', notes: [] }],
      structure: [],
      furniture: [],
    })
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

const WRONG = { from: 11, to: 17, quote: '68,900' }

/** A note on the wrong number, decided; what mends it is up to the test. */
async function decided(w: World, segmentId: number) {
  const raise = { projectId: w.projectId, segmentId, type: 'number', severity: 'critical', zh: null, en: WRONG }
  const { id: discrepancyId } = await raiseDiscrepancy(w.reviser, RaiseInput.parse(raise))
  const decide = {
    projectId: w.projectId,
    discrepancyId,
    seenVersion: 1,
    decision: 'mend-translation',
    note: 'Ten times.',
  }
  await decideDiscrepancy(w.reviser, DecideInput.parse({ ...decide, legalEffect: 'changes-meaning' }))
}

async function mend(w: World, segmentId: number) {
  await db.segment.update({ where: { id: segmentId }, data: { status: 'reviewed' } })
  const edit = { projectId: w.projectId, segmentId, side: 'en', seenVersion: 1, text: 'It handled 689,000 cases.' }
  await recordEdit(w.reviser, EditInput.parse(edit))
}

describe('the errata sheet', () => {
  test('of an edition tells what changed since the one before, and each correction once; the first has none', async () => {
    const w = await world()
    const { place, ids, publish } = await document(w)
    // Mended before anything was published: no erratum of any edition.
    await decided(w, ids[0]!)
    const sheet = async (number?: number) => {
      const given = { ...place, format: 'errata-json', language: 'en' } as const
      const { body } = number
        ? await exportEdition(w.observer, { ...given, number })
        : await exportDocument(w.observer, given)
      return JSON.parse(String(body))
    }
    await publish({ overrideReason: 'In a hurry.' })
    expect(await sheet(1)).toMatchObject({ preview: false, number: 1, previous: null, groups: [] })
    expect(await sheet()).toMatchObject({ preview: true, number: 2, groups: [] })
    await mend(w, ids[0]!)
    const groups = [{ of: 'changes-meaning', errata: [{ row: 1, was: '68,900', is: '689,000', reason: 'Ten times.' }] }]
    expect(await sheet()).toMatchObject({ preview: true, number: 2, edition: null, groups })
    const { sha256 } = await publish({ overrideReason: 'A correction.' })
    expect(await sheet(2)).toMatchObject({ preview: false, edition: { number: 2, sha256 }, groups })
    await publish({ overrideReason: 'Once more.' })
    expect(await sheet(3)).toMatchObject({ previous: { number: 2 }, groups: [] })
    const two = await compareTwoEditions(w.observer, { ...place, older: 1, newer: 3 })
    expect(two.comparison.text).toMatchObject([{ row: 1, notes: [{ number: 1, reason: 'Ten times.' }] }])
  })

  test('of a first edition never speaks of what was mended before it', async () => {
    const w = await world()
    const { place, ids, publish } = await document(w)
    await decided(w, ids[0]!)
    await mend(w, ids[0]!)
    await publish({ overrideReason: 'In a hurry.' })
    expect((await getEdition(w.observer, { ...place, number: 1 })).errata).toMatchObject({ previous: null, errata: [] })
  })
})

test('an edition is scored from what it published, whatever was mended since', async () => {
  const w = await world()
  const { place, ids, publish } = await document(w)
  await decided(w, ids[0]!)
  await publish({ overrideReason: 'In a hurry.' })
  await mend(w, ids[0]!)
  await publish({ overrideReason: 'A correction.' })
  const scores = async (number: number) => (await getEdition(w.observer, { ...place, number })).scores
  expect(await scores(1)).toMatchObject({
    rows: 2,
    allRows: 2,
    found: { counts: { critical: 1 }, verdict: 'too-small' },
    standing: { counts: { critical: 1 } },
    gbt: { counts: { I: 1 } },
  })
  expect(await scores(2)).toMatchObject({ found: { counts: { critical: 1 } }, standing: { counts: { critical: 0 } } })
})

test('what was published stays readable when its document is deleted, and the deletion is told how much that is', async () => {
  const w = await world()
  const { place, publish } = await document(w)
  const other = await document(w)
  const { sha256 } = await publish()
  expect(await listKeptEditions(w.observer, place)).toEqual([])
  await deleteDocument(w.manager, place)
  await deleteDocument(w.manager, other.place)
  const entry = await db.auditEntry.findFirst({ where: { action: 'document.delete', subject: place.documentId } })
  expect(entry).toMatchObject({ detail: { editions: 1 } })
  expect(await listKeptEditions(w.observer, place)).toMatchObject([{ documentId: place.documentId, editions: 1 }])
  expect(await getEditionsOf(w.observer, place)).toMatchObject({
    deletedAt: expect.any(Date),
    editions: [{ number: 1 }],
  })
  expect(await getEdition(w.observer, { ...place, number: 1 })).toMatchObject({ intact: true, sha256 })
  const { body } = await exportEdition(w.observer, { ...place, number: 1, format: 'csv', language: 'en' })
  expect(String(body)).toContain('68,900')
  const gone = { code: 'not-found' }
  await expect(publish()).rejects.toMatchObject(gone)
  await expect(getEditionsOf(w.observer, other.place)).rejects.toMatchObject(gone)
  await expect(getEdition(w.stranger, { ...place, number: 1 })).rejects.toMatchObject(gone)
})
