import { describe, expect, test } from 'vitest'
import { realign } from '../../lib/alignment/realign'
import { shiftColumn } from '../../lib/alignment/shift-column'
import { db } from '../../lib/db'
import { addSide } from '../../lib/document/add-side'
import { guidesOf } from '../../lib/document/anchors'
import { createDocument } from '../../lib/document/create-document'
import { AddSideInput, CreateInput } from '../../lib/document/input'
import { EditInput } from '../../lib/revision/input'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

describe('what guides the aligner', () => {
  test.each([
    ['boundaries that still begin a sentence on both sides', [0, 0, 1, 2], [0, 1, 1, 2], [[2, 1], [3, 3]]],
    ['none where the block went into another sentence', [0, 0, 0, 2], [0, 1, 1, 2], [[3, 3]]],
    ['none that crosses an earlier one', [0, 2, 1, 3], [0, 1, 2, 3], [[1, 2]]],
    ['none of rows that were never read from a text', [null, null, 1], [0, 1, 2], [[2, 1]]],
  ])('%s', (_, zh, en, expected) => {
    const blockCuts = [1, 2].map((block) => ({ zh: block, en: block }))
    expect(guidesOf(blockCuts, zh, en).cuts.map((cut) => [cut.zh, cut.en])).toEqual(expected)
  }) // biome-ignore format: a table

  test('a paragraph opens where the block changes', () => {
    expect(guidesOf([], [0, 0, 1, null], [5, 5, 5]).paragraphs).toEqual({ zh: [0, 2, 3], en: [0] })
  })
})

// The translator put the second sentence under the next heading: by its words alone it would pull the headings apart.
const ZH = '## 说明\n\n会议在北京举行。1998年共有1200名医生和38位教师乘火车到达上海。\n\n## 其他\n\n雨停了。'
const EN =
  '## Preface\n\nThe meeting was held in Beijing.\n\n## Appendix\n\nIn 1998 a total of 1,200 doctors and 38 teachers arrived in Shanghai by train. The rain stopped.'
const MORE = [
  ['老师看书。', 'The teacher reads a book.'],
  ['河上有船。', 'There are boats on the river.'],
  ['山上有雪。', 'There is snow on the mountain.'],
  ['朋友来信了。', 'A letter came from a friend.'],
  ['## 结尾', '## Ending'],
  ['冬天到了。', 'Winter has come.'],
]
const files = {
  zh: [ZH, ...MORE.map(([zh]) => zh)].join('\n\n'),
  en: [EN, ...MORE.map(([, en]) => en)].join('\n\n'),
}
const file = (side: 'zh' | 'en') => ({ side, fileName: `${side}.md`, bytes: new TextEncoder().encode(files[side]) })

async function headings(documentId: string) {
  const rows = await db.segment.findMany({ where: { documentId, position: { not: null } } })
  return ['说明', '其他'].map((zh) => rows.find((row) => row.zh.endsWith(zh))?.en)
}

async function bring(w: World, sides: ('zh' | 'en')[]) {
  const input = { projectId: w.projectId, title: 'Headings', governing: 'prevails-zh', files: sides.map(file) }
  return (await createDocument(w.manager, CreateInput.parse(input))).documentId
}

test('headings stand beside each other at import and after a realignment', async () => {
  const w = await world()
  const documentId = await bring(w, ['zh', 'en'])
  expect(await headings(documentId)).toEqual(['Preface', 'Appendix'])
  const [row] = await db.segment.findMany({ where: { documentId, en: { contains: 'Beijing' } } })
  const seen = [{ id: row.id, zhVersion: row.zhVersion, enVersion: row.enVersion }]
  const place = { projectId: w.projectId, documentId }
  await shiftColumn(w.manager, { ...place, segmentId: row.id, side: 'en', direction: 'down', seen })
  expect(await headings(documentId)).not.toEqual(['Preface', 'Appendix'])
  await realign(w.manager, { ...place, range: null })
  expect(await headings(documentId)).toEqual(['Preface', 'Appendix'])
})

test('headings stand beside each other where a side is added to a document that is worked on', async () => {
  const w = await world()
  const { projectId } = w
  const documentId = await bring(w, ['zh'])
  const [row] = await db.segment.findMany({ where: { documentId, zh: { contains: '雨' } } })
  await recordEdit(
    w.manager,
    EditInput.parse({ projectId, segmentId: row.id, side: 'zh', text: '雨停下了。', seenVersion: 1 }),
  )
  await addSide(w.manager, AddSideInput.parse({ projectId, documentId, files: [file('en')] }))
  expect(await headings(documentId)).toEqual(['Preface', 'Appendix'])
})
