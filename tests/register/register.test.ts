import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { listFindings } from '../../lib/finding/queries'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { takeFinding } from '../../lib/finding/take-finding'
import { deleteEntry } from '../../lib/register/delete-entry'
import { exportRegister } from '../../lib/register/export-register'
import { importRegister, previewRegister } from '../../lib/register/import-register'
import { SaveEntryInput } from '../../lib/register/input'
import { listCandidates } from '../../lib/register/list-candidates'
import { readOwnTerms } from '../../lib/register/own-terms'
import { listEntries } from '../../lib/register/queries'
import { saveEntry } from '../../lib/register/save-entry'
import { takeEntries } from '../../lib/register/take-entries'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const LU = {
  kind: 'person' as const,
  zh: ['陆青禾'],
  en: ['Lu Qinghe'],
  titles: [{ zh: ['公共服务局局长'], en: ['director general of the Services Bureau'] }],
  note: '',
}

const fresh = (projectId: string) => ({ projectId, entryId: null, seenVersion: 0, ...LU })

const bytes = (text: string) => new TextEncoder().encode(text)

describe('an entry', () => {
  test('is kept, changed on what was seen, found by any of its words, and deleted', async () => {
    const w = await world()
    const { projectId } = w
    const { entryId } = await saveEntry(w.translator, fresh(projectId))
    const change = { ...fresh(projectId), entryId, seenVersion: 1, en: ['Lu Qinghe', '100%_x'], note: 'since 2024' }
    await saveEntry(w.reviser, change)
    await expect(saveEntry(w.manager, change)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
    for (const search of ['青禾', 'QINGHE', 'since', '服务局', '100%_'])
      expect((await listEntries(w.observer, { projectId, search })).entries).toHaveLength(1)
    for (const search of ['nothing', '1%x'])
      expect((await listEntries(w.observer, { projectId, search })).entries).toHaveLength(0)
    expect((await listEntries(w.observer, { projectId, kind: 'place' })).entries).toEqual([])
    await expect(deleteEntry(w.manager, { projectId, entryId, seenVersion: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
    await deleteEntry(w.manager, { projectId, entryId, seenVersion: 2 })
    expect((await listEntries(w.observer, { projectId })).all).toBe(0)
    const logged = await db.auditEntry.findMany({ where: { projectId }, orderBy: { id: 'asc' } })
    expect(logged.map(({ action }) => action)).toEqual(['register.add', 'register.change', 'register.delete'])
  })

  test('of another project is not found', async () => {
    const [w, other] = [await world(), await world()]
    const { entryId } = await saveEntry(w.manager, fresh(w.projectId))
    const theirs = { ...fresh(other.projectId), entryId, seenVersion: 1, en: ['Nobody'] }
    await expect(saveEntry(other.manager, theirs)).rejects.toMatchObject({ problem: 'not-found' })
    await expect(
      deleteEntry(other.manager, { projectId: other.projectId, entryId, seenVersion: 1 }),
    ).rejects.toMatchObject({
      problem: 'not-found',
    })
    const { documentId } = await w.document([['一', 'one']])
    const taking = { projectId: other.projectId, documentId, entries: [LU] }
    await expect(takeEntries(other.manager, taking)).rejects.toMatchObject({ problem: 'not-found' })
    await expect(listCandidates(other.manager, taking)).rejects.toMatchObject({ problem: 'not-found' })
    expect((await listEntries(w.manager, { projectId: w.projectId })).entries[0]?.en).toEqual(['Lu Qinghe'])
  })

  test.each([
    [{ zh: [], en: [] }, 'no form at all'],
    [{ zh: ['a | b'] }, 'a stroke in a form'],
    [{ titles: [{ zh: [], en: [] }] }, 'a title without words'],
    [{ zh: ['x'.repeat(201)] }, 'a form that is too long'],
  ])('%j is refused: %s', (part: object, _why) => {
    expect(SaveEntryInput.safeParse({ ...fresh('01900000-0000-7000-8000-000000000001'), ...part }).success).toBe(false)
  })
})

describe('a document', () => {
  const ROWS: [string, string][] = [
    ['出席的有公共服务局局长陆青禾女士。', 'Present was Lu Qinghe, director general of the Services Bureau.'],
    ['陆青禾说，工程已完成。', 'Lu Qingho said the work was done.'],
  ]

  test('gives its people to the register, once; the checks then know them', async () => {
    const w = await world()
    const { projectId } = w
    const { documentId, ids } = await w.document(ROWS)
    const listed = await listCandidates(w.observer, { projectId, documentId })
    expect(listed).toMatchObject([{ zh: ['陆青禾'], en: ['Lu Qinghe'], state: 'new' }])
    const entries = listed.map(({ kind, zh, en, titles }) => ({ kind, zh, en, titles }))
    expect(await takeEntries(w.translator, { projectId, documentId, entries })).toEqual({ fresh: 1, changed: 0 })
    expect(await takeEntries(w.translator, { projectId, documentId, entries })).toEqual({ fresh: 0, changed: 0 })
    expect((await listCandidates(w.observer, { projectId, documentId }))[0]?.state).toBe('same')
    expect(await readOwnTerms(projectId)).toContainEqual({ zh: '陆青禾', en: 'Lu Qinghe' })
    await refreshFindings({ projectId, documentId })
    const { findings } = await listFindings(w.observer, { projectId, documentId, ids })
    expect(findings.map(({ says }) => says)).toEqual(['register-name'])
  })

  test('what a finding marks is right from now on, in every document', async () => {
    const w = await world()
    const { projectId } = w
    await saveEntry(w.manager, fresh(projectId))
    const [one, other] = [await w.document(ROWS), await w.document(ROWS)]
    const found = async ({ documentId, ids }: typeof one) => {
      await refreshFindings({ projectId, documentId })
      return (await listFindings(w.observer, { projectId, documentId, ids })).findings
    }
    const [finding] = await found(one)
    expect(await found(other)).toHaveLength(1)
    const taken = await takeFinding(w.reviser, { projectId, segmentId: finding!.segmentId, key: finding!.key })
    expect(taken.forms).toEqual(['陆青禾', 'Lu Qingho'])
    expect(await found(one)).toEqual([])
    expect(await found(other)).toEqual([])
    expect((await listEntries(w.observer, { projectId })).entries).toMatchObject([{ en: ['Lu Qinghe', 'Lu Qingho'] }])
    const again = takeFinding(w.reviser, { projectId, segmentId: finding!.segmentId, key: finding!.key })
    await expect(again).rejects.toMatchObject({ problem: 'finding-gone' })
  })

  test('a finding of no name is not taken', async () => {
    const w = await world()
    const { documentId, ids } = await w.document([['共有三百人。', 'There were 400 people.']])
    await refreshFindings({ projectId: w.projectId, documentId })
    const [finding] = (await listFindings(w.observer, { projectId: w.projectId, documentId, ids })).findings
    const take = takeFinding(w.manager, { projectId: w.projectId, segmentId: ids[0]!, key: finding!.key })
    await expect(take).rejects.toMatchObject({ problem: 'not-for-register' })
  })
})

describe('a table', () => {
  test('is previewed, brought in, adds to what is there, and read back changes nothing', async () => {
    const w = await world()
    const { projectId } = w
    await saveEntry(w.manager, fresh(projectId))
    const csv =
      'kind,zh,en,title_zh,title_en\nperson,陆青禾,Luke Lu,市政府副秘书长,deputy secretary-general\nplace,岚浦,Lanpu,,\nplace,岚浦,Lan Pu,,\n'
    const file = { projectId, fileName: 'register.csv', bytes: bytes(csv) }
    expect(await previewRegister(w.translator, file)).toMatchObject({ ok: true, fresh: 1, changed: 1, same: 0 })
    expect((await listEntries(w.observer, { projectId })).all).toBe(1)
    expect(await importRegister(w.translator, file)).toEqual({ fresh: 1, changed: 1, same: 0 })
    const { entries } = await listEntries(w.observer, { projectId })
    expect(entries.find(({ kind }) => kind === 'person')).toMatchObject({ en: ['Lu Qinghe', 'Luke Lu'], version: 2 })
    expect(entries.find(({ kind }) => kind === 'person')?.titles).toHaveLength(2)
    expect(entries.find(({ kind }) => kind === 'place')).toMatchObject({ en: ['Lanpu', 'Lan Pu'] })
    const { body } = await exportRegister(w.observer, { projectId })
    const back = { projectId, fileName: 'register.csv', bytes: bytes(body) }
    expect(await previewRegister(w.translator, back)).toMatchObject({ ok: true, fresh: 0, changed: 0, same: 2 })
  })

  test('that cannot be read is told so', async () => {
    const w = await world()
    const file = { projectId: w.projectId, fileName: 'x.csv', bytes: bytes('kind,zh\nghost,岚浦\n') }
    expect(await previewRegister(w.manager, file)).toMatchObject({
      ok: false,
      problems: [{ id: 'register-kind', line: 2 }],
    })
    await expect(importRegister(w.manager, file)).rejects.toMatchObject({ problem: 'register-file' })
  })
})
