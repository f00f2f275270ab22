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
import { ownDatabase, world } from '../support/world'
import { begin, edit, FINE, WRONG } from './checked'

ownDatabase()

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

  test('see what alignment left in the next row', async () => {
    const { list } = await begin([
      ['共有52名。', 'They came.'],
      ['都到了。', 'There were 52 of them.'],
    ])
    expect((await list()).filter(({ check }) => check === 'numerals')).toEqual([])
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
