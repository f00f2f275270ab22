import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { recordEdit } from '../../lib/revision/record-edit'
import { NO_FILTER, type Sought, soughtOf } from '../../lib/view/filter'
import { findRows } from '../../lib/view/find-rows'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const ROWS: [string, string][] = [
  ['全国人口为689,000人。', 'The population is 689,000 people.'],
  ['正在审理。', 'Under review: UNDER oath.'],
  ['人权司法保障', 'Human rights'],
  ['100%_\\', 'One hundred per cent'],
  ['去年增长了5%。今年增长了6%。', 'It grew by 5 percent. It grew by 7 percent.'],
]

async function find(w: World, documentId: string, sought: Partial<Sought>) {
  return await findRows(w.observer, {
    projectId: w.projectId,
    documentId,
    sought: { ...soughtOf(NO_FILTER), ...sought },
  })
}

describe('words', () => {
  test.each<[string, Partial<Sought>, number[], number[]?]>([
    ['one Chinese character', { text: '正' }, [1]],
    ['two', { text: '人权' }, [2]],
    ['a character in several rows', { text: '人' }, [0, 2], [2, 1]],
    ['English, whatever the case', { text: 'UNDER' }, [1], [2]],
    ['English with its case', { text: 'UNDER', matchCase: true }, [1], [1]],
    ['inside a word', { text: 'undred' }, [3]],
    ['not inside a word', { text: 'undred', wholeWord: true }, []],
    ['a figure, on both sides', { text: '689,000' }, [0], [2]],
    ['on one side', { text: '689,000', in: 'zh' }, [0], [1]],
    ['signs a pattern would take for its own', { text: '%_\\' }, [3]],
    ['a pattern', { text: '\\d percent', regex: true }, [4], [2]],
    ['a pattern of Chinese', { text: '[正去]', regex: true }, [1, 4]],
    ['what stands nowhere', { text: '不在' }, []],
    ['across both sides of a row: nowhere', { text: '。Under' }, []],
    ['numbers that differ', { numbers: true }, [4]],
    ['more than one sentence', { uneven: true }, [4]],
    ['words and numbers', { text: '人', numbers: true }, []],
  ])('%s', async (_, sought, rows, places) => {
    const w = await world()
    const { ids, documentId } = await w.document(ROWS)
    const found = await find(w, documentId, sought)
    expect(found.ids).toEqual(rows.map((row) => ids[row]))
    if (places) expect(found.places).toEqual(places)
  })

  test.each([
    ['(', 'not-a-pattern'],
    ['a{900}b{900}c{900}', 'pattern-too-large'],
  ])('%s is refused', async (text, problem) => {
    const w = await world()
    const { documentId } = await w.document(ROWS)
    await expect(find(w, documentId, { text, regex: true })).rejects.toMatchObject({ code: 'invalid', problem })
  })
})

test('numbers are judged anew when a text changes', async () => {
  const w = await world()
  const { ids, documentId } = await w.document(ROWS)
  expect((await find(w, documentId, { numbers: true })).ids).toEqual([ids[4]])
  const edit = {
    projectId: w.projectId,
    segmentId: ids[4]!,
    side: 'en' as const,
    seenVersion: 1,
    kind: 'edit' as const,
  }
  await recordEdit(w.translator, { ...edit, text: 'It grew by 5 percent. It grew by 6 percent.' })
  expect((await find(w, documentId, { numbers: true })).ids).toEqual([])
})

test('numbers come from the findings that are kept; what somebody dismissed is no longer sought', async () => {
  const w = await world()
  const { projectId } = w
  const { ids, documentId } = await w.document(ROWS)
  await refreshFindings({ projectId, documentId }, 'rows')
  const [finding] = await db.finding.findMany({ where: { documentId, check: 'numerals' } })
  // As another process would have left it: nothing is computed anew while the texts are the same.
  await db.finding.update({ where: { id: finding!.id }, data: { segmentId: ids[0] } })
  expect((await find(w, documentId, { numbers: true })).ids).toEqual([ids[0]])
  const { check, key, says, values, zhWords, enWords } = finding!
  const dismissal = { projectId, documentId, check, key, says, values: values ?? {}, zhWords, enWords, reason: 'other' }
  await db.dismissal.create({ data: { ...dismissal, memberId: w.memberIds.reviser } })
  expect((await find(w, documentId, { numbers: true })).ids).toEqual([])
})

test('the rows of an assignment, in its own document alone', async () => {
  const w = await world()
  const { ids, documentId } = await w.document(ROWS)
  const other = await w.document(ROWS)
  const given = { projectId: w.projectId, memberId: w.memberIds.reviser, assignedById: w.memberIds.manager }
  const range = { fromPosition: 2048, toPosition: 3072, step: 'revise' as const }
  const { id } = await db.assignment.create({ data: { ...given, ...range, documentId } })
  expect((await find(w, documentId, { work: id })).ids).toEqual([ids[1], ids[2]])
  expect((await find(w, other.documentId, { work: id })).ids).toEqual([])
})

test('who worked on it, who speaks, what is noted', async () => {
  const w = await world()
  const { ids, documentId } = await w.document(ROWS)
  const edit = (segmentId: number, seenVersion: number, text: string) => ({
    projectId: w.projectId,
    segmentId,
    side: 'en' as const,
    seenVersion,
    kind: 'edit' as const,
    text,
  })
  await recordEdit(w.translator, edit(ids[0]!, 1, 'x'))
  await recordEdit(w.translator, edit(ids[1]!, 1, 'y'))
  await recordEdit(w.reviser, edit(ids[1]!, 2, 'z'))
  await db.segment.update({ where: { id: ids[2] }, data: { speakerZh: '张三', reviewedBy: w.memberIds.reviewer } })
  const note = { projectId: w.projectId, documentId, segmentId: ids[3]!, number: 1, severity: 'minor' as const }
  await db.discrepancy.create({ data: { ...note, type: 'number', raisedById: w.memberIds.reviewer } })
  const { translator, reviewer } = w.memberIds
  expect((await find(w, documentId, { person: translator })).ids).toEqual([ids[0]])
  expect((await find(w, documentId, { person: translator, did: 'translated' })).ids).toEqual([ids[0], ids[1]])
  expect((await find(w, documentId, { person: reviewer, did: 'reviewed' })).ids).toEqual([ids[2]])
  expect((await find(w, documentId, { speaker: '张三' })).ids).toEqual([ids[2]])
  expect((await find(w, documentId, { note: 'any' })).ids).toEqual([ids[3]])
  expect((await find(w, documentId, { note: 'omission' })).ids).toEqual([])
})
