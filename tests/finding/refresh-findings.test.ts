import { describe, expect, test } from 'vitest'
import { mergeRange } from '../../lib/alignment/merge-range'
import { db } from '../../lib/db'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { writeFindings } from '../../lib/finding/write-findings'
import { ownDatabase, world } from '../support/world'
import { begin, edit, FINE, WRONG } from './checked'

ownDatabase()

describe('findings', () => {
  test('compute after an edit only what it touched, and nothing when nothing changed', async () => {
    const { w, at, made, list } = await begin([WRONG, FINE, FINE, FINE])
    expect(await refreshFindings(at)).toBe(false)
    const before = await db.checkedRow.findMany({ where: { documentId: at.documentId } })
    await edit(w, made, 0, 'Last year the total was 18.37 billion yuan.')
    expect(await refreshFindings(at, 'rows')).toBe(true)
    const after = await db.checkedRow.findMany({ where: { documentId: at.documentId } })
    const changed = after.filter(
      ({ segmentId, hash }) => before.find((one) => one.segmentId === segmentId)?.hash !== hash,
    )
    expect(changed.map(({ segmentId }) => segmentId).sort()).toEqual([made.ids[0], made.ids[1]])
    expect((await list()).filter(({ check }) => check === 'numerals')).toEqual([])
  })

  test('of named rows and their neighbours are computed without a look at the others', async () => {
    const { w, at, made, list } = await begin([FINE, FINE, WRONG, FINE, FINE])
    const hashes = async () =>
      new Map(
        (await db.checkedRow.findMany({ where: { documentId: at.documentId } })).map((row) => [
          row.segmentId,
          row.hash,
        ]),
      )
    await edit(w, made, 2, 'Last year the total was 18.37 billion yuan.')
    await edit(w, made, 4, 'The  weather is fine.')
    const before = await hashes()
    expect(await refreshFindings(at, [made.ids[2]!])).toBe(true)
    const after = await hashes()
    expect(made.ids.map((id) => before.get(id) !== after.get(id))).toEqual([false, true, true, true, false])
    expect(await list()).toEqual([])
    // As the whole document would have it: nothing is left to do but the row that was not named.
    await refreshFindings(at, 'rows')
    const whole = await hashes()
    expect(made.ids.map((id) => whole.get(id) !== after.get(id))).toEqual([false, false, false, false, true])
    expect((await list()).map(({ segmentId }) => segmentId)).toEqual([made.ids[4]])
  })

  test('of a row that went into another one go with it, also where only its name is known', async () => {
    const { w, at, made, list } = await begin([FINE, FINE, WRONG, FINE])
    await mergeRange(w.manager, {
      ...at,
      fromSegmentId: made.ids[1]!,
      toSegmentId: made.ids[2]!,
      seen: made.ids.slice(1, 3).map((id) => ({ id, zhVersion: 1, enVersion: 1 })),
    })
    await refreshFindings(at, [made.ids[2]!])
    expect(new Set((await list()).map(({ segmentId }) => segmentId))).toEqual(new Set([made.ids[1]]))
    expect(await db.checkedRow.findUnique({ where: { segmentId: made.ids[2]! } })).toBeNull()
    expect(await refreshFindings(at, 'rows')).toBe(false)
  })

  test('are those of the texts also where the texts are again what they were', async () => {
    const { w, at, made, list } = await begin([WRONG, FINE])
    const found = (await list()).map(({ check }) => check)
    await edit(w, made, 0, 'Last year the total was 18.37 billion yuan.')
    await refreshFindings(at, [made.ids[0]!])
    expect(await list()).toEqual([])
    await edit(w, made, 0, WRONG[1])
    await refreshFindings(at)
    expect((await list()).map(({ check }) => check)).toEqual(found)
  })

  test('of a document that was looked at and found unchanged are known by the database alone', async () => {
    const { at } = await begin([WRONG, FINE])
    const run = () => db.checkRun.findUniqueOrThrow({ where: { documentId: at.documentId } })
    const before = await run()
    expect(before.fingerprint).not.toBe('')
    expect(await refreshFindings(at)).toBe(false)
    expect((await run()).version).toBe(before.version)
    await db.checkRun.update({ where: { documentId: at.documentId }, data: { fingerprint: 'of another release' } })
    expect(await refreshFindings(at)).toBe(false)
    expect(await run()).toMatchObject({ fingerprint: before.fingerprint, hash: before.hash })
    await db.project.update({ where: { id: at.projectId }, data: { termsVersion: { increment: 1 } } })
    expect(await refreshFindings(at)).toBe(true)
  })

  test('two refreshes at once leave each finding once', async () => {
    const { w, at, made, list } = await begin([FINE, FINE])
    await edit(w, made, 0, 'The  weather is is fine.')
    await Promise.all([refreshFindings(at), refreshFindings(at), refreshFindings(at)])
    const keys = (await list()).map(({ segmentId, key }) => `${segmentId} ${key}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThanOrEqual(2)
  })

  test('of more rows than a statement may hold values come and go', async () => {
    const w = await world()
    const { projectId } = w
    const { documentId } = await w.document([])
    const rows = await db.$queryRaw<{ id: number }[]>`
      INSERT INTO "Segment" ("projectId", "documentId", "position", "kind", "zh", "en")
      SELECT ${projectId}::uuid, ${documentId}::uuid, n, 'point', '', 'So that is is it.' FROM generate_series(1, 33000) n RETURNING "id"`
    const ids = rows.map(({ id }) => id)
    const found = {
      check: 'repetition',
      severity: 'warning' as const,
      says: 'repeated-word',
      values: { word: 'is' },
      zh: null,
      en: { from: 8, to: 13 },
      zhWords: '',
      enWords: 'is is',
      key: 'key',
      wide: false,
    }
    const write = (byRow: Map<number, (typeof found)[]>) =>
      db.$transaction((tx) => writeFindings(tx, { projectId, documentId, wide: false, byRow }, ids))
    await write(new Map(ids.map((id) => [id, [found]])))
    expect(await db.finding.count({ where: { documentId, enFrom: 8, zhFrom: null } })).toBe(ids.length)
    await write(new Map())
    expect(await db.finding.count({ where: { documentId } })).toBe(0)
  })
})
