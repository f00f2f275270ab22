import { describe, expect, test } from 'vitest'
import { mergeRange } from '../../lib/alignment/merge-range'
import { db } from '../../lib/db'
import { changeCheck } from '../../lib/finding/change-check'
import { dismissFinding } from '../../lib/finding/dismiss-finding'
import { listPlaces } from '../../lib/finding/list-places'
import { readPlaces } from '../../lib/finding/places'
import { listChecks, listDismissals, listFindings } from '../../lib/finding/queries'
import { raiseFinding } from '../../lib/finding/raise-finding'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { undoDismissal } from '../../lib/finding/undo-dismissal'
import { writeFindings } from '../../lib/finding/write-findings'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

type Document = Awaited<ReturnType<World['document']>>

async function begin(rows: [string, string][]) {
  const w = await world({ fourEyes: false })
  const made = await w.document(rows)
  const at = { projectId: w.projectId, documentId: made.documentId }
  await refreshFindings(at)
  const list = async () => (await listFindings(w.manager, { ...at, ids: made.ids })).findings
  return { w, at, made, list }
}

async function edit(w: World, made: Document, row: number, text: string) {
  const { enVersion } = await db.segment.findUniqueOrThrow({ where: { id: made.ids[row]! } })
  await recordEdit(w.manager, {
    projectId: w.projectId,
    segmentId: made.ids[row]!,
    side: 'en',
    text,
    seenVersion: enVersion,
    kind: 'edit',
  })
}

const WRONG: [string, string] = ['去年共有183.7亿元。', 'Last year the total was 1.837 billion yuan.']
const FINE: [string, string] = ['天气很好。', 'The weather is fine.']

describe('findings of a document', () => {
  test('hold what checks of rows and of the whole document find, with the words and their places', async () => {
    const { list, made } = await begin([
      WRONG,
      ['我们坚持“枫桥经验”。', 'We uphold the “Fengqiao experience”.'],
      ['推广“枫桥经验”。', 'Promote the “Fengqiao model”.'],
      FINE,
    ])
    const found = await list()
    const number = found.find(({ check }) => check === 'numerals')
    expect(number).toMatchObject({ segmentId: made.ids[0], severity: 'error', says: 'numeral-value', dismissal: null })
    expect(WRONG[1].slice(number!.en!.from, number!.en!.to)).toContain('1.837 billion')
    expect(found.find(({ check }) => check === 'quoted-terms')).toMatchObject({ segmentId: made.ids[2] })
  })

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

  test('see what alignment left in the next row', async () => {
    const { list } = await begin([
      ['共有52名。', 'They came.'],
      ['都到了。', 'There were 52 of them.'],
    ])
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

  test('have their places told in the order of the document, with what became of them', async () => {
    const twice: [string, string] = ['他们明年共有183.7亿元。', 'In that year year they will have 1.837 billion yuan.']
    const { w, at, made, list } = await begin([twice, FINE, WRONG, twice])
    const told = async () => readPlaces(await listPlaces(w.observer, at))
    const asListed = async () => {
      const nth = new Map<number, number>()
      return (await list()).map(({ segmentId, check, severity, dismissal, raised }) => {
        nth.set(segmentId, (nth.get(segmentId) ?? -1) + 1)
        return { segmentId, nth: nth.get(segmentId), check, severity, dismissed: dismissal !== null, raised }
      })
    }
    const places = await told()
    expect(places.map(({ segmentId }) => segmentId)).toEqual([0, 0, 2, 3, 3].map((row) => made.ids[row]))
    expect(places).toEqual(await asListed())
    const found = await list()
    const said = (i: number) => ({ projectId: at.projectId, segmentId: found[i]!.segmentId, key: found[i]!.key })
    await dismissFinding(w.manager, { ...said(0), scope: 'document', reason: 'intended', note: '' })
    await raiseFinding(w.reviewer, { ...said(1), note: '' })
    const graver = { check: 'repeated-words', seenVersion: 0, off: false, severity: 'error' } as const
    await changeCheck(w.manager, { projectId: at.projectId, ...graver })
    const now = await told()
    expect(now.map(({ check }) => check)).toEqual([
      'repeated-words',
      'numerals',
      'numerals',
      'repeated-words',
      'numerals',
    ])
    expect(now.map(({ dismissed }) => dismissed)).toEqual([false, true, true, false, true])
    expect(now[0]).toMatchObject({ severity: 'error', raised: true })
    expect(now).toEqual(await asListed())
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

  test('a project without the document tells nothing of it', async () => {
    const { made } = await begin([WRONG])
    const other = await world()
    const asked = listFindings(other.manager, { projectId: other.projectId, documentId: made.documentId, ids: [] })
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
    const places = listPlaces(other.manager, { projectId: other.projectId, documentId: made.documentId })
    await expect(places).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a dismissal', () => {
  const twice: [string, string] = ['他说，他说得对。', 'He said that that was right, in 1.837 billion.']

  async function dismissed(scope: 'place' | 'document' | 'project') {
    const begun = await begin([WRONG, WRONG, twice])
    const { w, at, made } = begun
    const { documentId: secondId, ids: secondIds } = await w.document([WRONG])
    await refreshFindings({ ...at, documentId: secondId })
    const [finding] = (await begun.list()).filter(({ check }) => check === 'numerals')
    const { dismissalId } = await dismissFinding(w.manager, {
      projectId: at.projectId,
      segmentId: made.ids[0]!,
      key: finding!.key,
      scope,
      reason: 'mistaken',
      note: '',
    })
    const second = async () => (await listFindings(w.manager, { ...at, documentId: secondId, ids: secondIds })).findings
    const held = async () =>
      [...(await begun.list()), ...(await second())]
        .filter(({ key }) => key === finding!.key)
        .map(({ dismissal }) => dismissal !== null)
    return { ...begun, dismissalId, held, key: finding!.key }
  }

  test.each([
    ['place', [true, false, false]],
    ['document', [true, true, false]],
    ['project', [true, true, true]],
  ] as const)('of a %s holds there', async (scope, wanted) => {
    const { held } = await dismissed(scope)
    expect(await held()).toEqual(wanted)
  })

  test('is taken back by who made it, or by who may dismiss everywhere', async () => {
    const { w, at, held, dismissalId } = await dismissed('place')
    await expect(undoDismissal(w.reviewer, { projectId: at.projectId, dismissalId })).rejects.toMatchObject({
      problem: 'not-allowed',
    })
    await undoDismissal(w.reviser, { projectId: at.projectId, dismissalId })
    expect(await held()).toEqual([false, false, false])
  })

  test('outlives edits elsewhere in the row, not of its words', async () => {
    const { w, at, made, held } = await dismissed('place')
    await edit(w, made, 0, `Indeed: ${WRONG[1]}`)
    await refreshFindings(at)
    expect(await held()).toEqual([true, false, false])
    await edit(w, made, 0, 'Last year the total was 1.9 billion yuan.')
    await refreshFindings(at)
    expect(await held()).toEqual([false, false])
  })

  test('goes along when its text goes to another row', async () => {
    const { w, at, made, list } = await begin([FINE, WRONG])
    const [finding] = (await list()).filter(({ check }) => check === 'numerals')
    const said = { projectId: at.projectId, segmentId: made.ids[1]!, key: finding!.key }
    await dismissFinding(w.manager, { ...said, scope: 'place', reason: 'intended', note: '' })
    await mergeRange(w.manager, {
      ...at,
      fromSegmentId: made.ids[0]!,
      toSegmentId: made.ids[1]!,
      seen: made.ids.map((id) => ({ id, zhVersion: 1, enVersion: 1 })),
    })
    await refreshFindings(at)
    const [merged] = (await list()).filter(({ check }) => check === 'numerals')
    expect(merged).toMatchObject({ segmentId: made.ids[0], dismissal: { scope: 'place', reason: 'intended' } })
  })

  test('is said once, however often', async () => {
    const { w, at, made, key } = await dismissed('place')
    const again = {
      projectId: at.projectId,
      segmentId: made.ids[0]!,
      key,
      scope: 'place',
      reason: 'intended',
      note: '',
    } as const
    await Promise.allSettled([dismissFinding(w.manager, again), dismissFinding(w.reviser, again)])
    expect(await listDismissals(w.manager, { projectId: at.projectId })).toHaveLength(1)
  })
})

describe('how a check does', () => {
  test('is told by what was raised, mended and dismissed', async () => {
    const rows = [
      WRONG,
      ['今年有52.3亿元。', 'This year it was 52.3 billion yuan.'],
      ['明年有77亿元。', 'Next year it will be 77 billion yuan.'],
    ] as [string, string][]
    const { w, at, made, list } = await begin(rows)
    const found = (await list()).filter(({ check }) => check === 'numerals')
    expect(found).toHaveLength(3)
    const one = (i: number) => ({ projectId: at.projectId, segmentId: found[i]!.segmentId, key: found[i]!.key })
    const { id } = await raiseFinding(w.reviewer, { ...one(0), note: '' })
    const note = await db.discrepancy.findUniqueOrThrow({ where: { id } })
    expect(note).toMatchObject({ type: 'number', severity: 'major' })
    expect(WRONG[0].slice(note.zhFrom!, note.zhTo!)).toBe(note.zhQuote)
    await dismissFinding(w.reviewer, { ...one(1), scope: 'place', reason: 'mistaken', note: '' })
    await edit(w, made, 2, 'Next year it will be 7.7 billion yuan.')
    await refreshFindings(at)
    const numerals = (await listChecks(w.manager, at)).find(({ check }) => check === 'numerals')
    expect(numerals).toMatchObject({ open: 1, raised: 1, mended: 1, dismissed: 1, precision: null })
    expect((await list()).find(({ segmentId }) => segmentId === found[0]!.segmentId)?.raised).toBe(true)
  })

  test('a manager switches it off, on, or makes it less grave, each logged', async () => {
    const { w, at, list } = await begin([WRONG])
    const change = { projectId: at.projectId, check: 'numerals', seenVersion: 0 }
    await changeCheck(w.manager, { ...change, off: true, severity: null })
    expect((await list()).filter(({ check }) => check === 'numerals')).toEqual([])
    await expect(changeCheck(w.manager, { ...change, off: false, severity: null })).rejects.toMatchObject({
      problem: 'changed-meanwhile',
    })
    await changeCheck(w.manager, { ...change, seenVersion: 1, off: false, severity: 'note' })
    expect((await list())[0]).toMatchObject({ check: 'numerals', severity: 'note' })
    const logged = await db.auditEntry.findMany({ where: { projectId: at.projectId, action: 'check.change' } })
    expect(logged).toHaveLength(2)
  })
})
