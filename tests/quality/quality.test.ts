import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { decideDiscrepancy } from '../../lib/discrepancy/decide-discrepancy'
import { DecideInput, RaiseInput } from '../../lib/discrepancy/input'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { reopenDiscrepancy } from '../../lib/discrepancy/reopen-discrepancy'
import { changeQuality } from '../../lib/quality/change-quality'
import { exportMarot } from '../../lib/quality/export-marot'
import { importMarot, previewMarot } from '../../lib/quality/import-marot'
import { readMarot } from '../../lib/quality/marot'
import { getQuality } from '../../lib/quality/queries'
import { DEFAULT_SETTINGS } from '../../lib/quality/rules'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const EN = 'One two three four five six seven eight nine ten.'
const ZH = '一二三四五六七八九十。'

/** 120 rows of ten words: the first 110 are revised by the reviser, and translated by the translator. */
async function evaluated() {
  const w = await world()
  const { projectId } = w
  const made = await w.document(Array.from({ length: 120 }, () => [ZH, EN] as [string, string]))
  const read = made.ids.slice(0, 110)
  const step = (memberId: string, from: 'draft' | 'translated', to: 'translated' | 'revised') =>
    db.transition.createMany({ data: read.map((segmentId) => ({ projectId, segmentId, from, to, memberId })) })
  await step(w.memberIds.translator, 'draft', 'translated')
  await step(w.memberIds.reviser, 'translated', 'revised')
  await db.segment.updateMany({ where: { id: { in: read } }, data: { status: 'revised' } })
  const raise = (by: typeof w.manager, row: number, more: Partial<RaiseInput> = {}) =>
    raiseDiscrepancy(
      by,
      RaiseInput.parse({
        ...{ projectId, segmentId: made.ids[row], type: 'number', severity: 'major', zh: null },
        ...{ en: { from: 0, to: 3, quote: 'One' } },
        ...more,
      }),
    )
  return { w, projectId, ...made, raise, quality: (by = w.manager) => getQuality(by, { projectId }) }
}

describe('what is scored', () => {
  test('only what was read counts, and a mended error counts as found, not as it stands', async () => {
    const { w, projectId, raise, quality, ids } = await evaluated()
    const { id } = await raise(w.reviser, 0)
    const decide = DecideInput.parse({ projectId, discrepancyId: id, seenVersion: 1, decision: 'mend-translation' })
    await decideDiscrepancy(w.manager, decide)
    const edit = { projectId, segmentId: ids[0], side: 'en', text: EN.replace('One', '1'), seenVersion: 1 }
    await recordEdit(w.translator, EditInput.parse(edit))
    const { project, documents, people } = await quality()
    expect(project.found).toMatchObject({ units: 1100, points: 5, verdict: 'pass' })
    expect(project.standing).toMatchObject({ units: 1100, points: 0 })
    expect(documents).toMatchObject([{ rows: 110, allRows: 120 }])
    expect(people).toMatchObject([{ name: 'translator', rows: 110, found: { points: 5 } }])
  })

  test('a decision to keep both acquits; once the note is open again it counts', async () => {
    const { w, projectId, raise, quality } = await evaluated()
    const { id } = await raise(w.reviser, 3)
    const decide = DecideInput.parse({ projectId, discrepancyId: id, seenVersion: 1, decision: 'keep-both' })
    await decideDiscrepancy(w.manager, decide)
    expect((await quality()).project.found.points).toBe(0)
    await reopenDiscrepancy(w.manager, { projectId, discrepancyId: id, seenVersion: 2 })
    expect((await quality()).project.found.points).toBe(5)
  })

  test('others see their own score alone', async () => {
    const { w, raise, quality } = await evaluated()
    await raise(w.manager, 1)
    expect((await quality(w.translator)).people.map(({ name }) => name)).toEqual(['translator'])
    expect((await quality(w.reviewer)).people).toEqual([])
    expect((await quality(w.reviewer)).agreement).toEqual([])
    expect((await quality(w.reviser)).agreement).toHaveLength(1)
  })
})

test('readers agree on the rows both have read', async () => {
  const { w, raise, quality } = await evaluated()
  await raise(w.manager, 0)
  await raise(w.reviser, 0, { en: { from: 0, to: 7, quote: 'One two' }, severity: 'minor' })
  await raise(w.manager, 1)
  expect((await quality()).agreement).toMatchObject([
    {
      items: 2,
      observed: 0.5,
      marks: [expect.any(Number), expect.any(Number)],
      overlapping: 1,
      sameType: 1,
      sameSeverity: 0,
    },
  ])
})

test('the rule is kept, and changed only as it was seen', async () => {
  const { w, projectId, quality } = await evaluated()
  const change = { projectId, ...DEFAULT_SETTINGS, unit: 'zh' as const, acceptable: 2, seenVersion: 0 }
  await changeQuality(w.manager, change)
  await expect(changeQuality(w.manager, change)).rejects.toMatchObject({ code: 'conflict' })
  expect(await quality()).toMatchObject({
    version: 1,
    settings: { unit: 'zh', acceptable: 2 },
    project: { found: { unit: 'zh' } },
  })
})

test('Marot: every note and everything found right is read back', async () => {
  const { w, projectId, documentId, raise } = await evaluated()
  await raise(w.manager, 2, { note: 'Ten\ttimes' })
  const { body } = await exportMarot(w.observer, { projectId, documentId })
  const { rows, problems } = readMarot(body)
  expect(problems).toEqual([])
  expect(rows).toHaveLength(111)
  const errors = rows.filter(({ error }) => error)
  expect(errors).toMatchObject([
    { docSegId: '3', rater: 'manager', source: ZH, target: EN, metadata: { note: 'Ten\ttimes', marked_text: 'One' } },
  ])
  expect(errors[0].error).toEqual({ type: 'number', severity: 'major', source: null, target: { from: 0, to: 3 } })
})

test('Marot in: marks land on their words once, and on no others', async () => {
  const { w, projectId } = await evaluated()
  const { documentId, ids } = await w.document([
    ['甲\n乙', 'First\tline.'],
    ['丙', 'Third.'],
    ['丙', 'Third.'],
  ])
  const line = (id: string, row: string, source: string, target: string, category = 'Fluency/Grammar') =>
    ['s', 'd', row, id, 'Rater 1', source, target, category, 'Major', '{"note":"see"}'].join('\t')
  const tsv = [
    line('0', '1', '甲 <v>乙</v>', 'First <v>line</v>.'),
    line(String(ids[2]), '0', '丙', '<v>Third</v>.'),
    line('0', '0', '丙', '<v>Third</v>.'),
    line('0', '1', '甲乙', 'Other.'),
    line('0', '2', '丙', 'Third.', 'No-error'),
    line('0', '2', '丙', 'Third.', 'Weather'),
  ].join('\n')
  const input = { projectId, documentId, tsv }
  expect(await previewMarot(w.reviewer, input)).toEqual({
    ...{ fresh: 2, known: 0, lost: 2, right: 1 },
    problems: [{ line: 6, why: 'category', what: 'Weather' }],
  })
  expect(await importMarot(w.reviewer, input)).toEqual({ count: 2 })
  const notes = await db.discrepancy.findMany({ where: { documentId }, orderBy: { number: 'asc' } })
  expect(notes).toMatchObject([
    { segmentId: ids[0], zhQuote: '乙', enQuote: 'line', enFrom: 6, note: 'Rater 1: see', severity: 'major' },
    { segmentId: ids[2], zhQuote: '', enQuote: 'Third', raisedById: w.memberIds.reviewer },
  ])
  expect(await importMarot(w.reviewer, input)).toEqual({ count: 0 })
  expect(await previewMarot(w.reviewer, input)).toMatchObject({ fresh: 0, known: 2 })
})
