import { describe, expect, test } from 'vitest'
import { findSegments } from '../../lib/segment/find-segments'
import { ownDatabase, world } from '../support/world'

ownDatabase()

describe('finding words in a document', () => {
  const ROWS: [string, string][] = [
    ['共有68.9万人。', 'There were 689,000 people.'],
    ['正在审议。', 'Under review.'],
    ['世界人权宣言', 'Universal Declaration of Human Rights'],
    ['百分之百 100%_\\', 'One hundred per cent'],
  ]
  test.each<[string, string, number[]]>([
    ['one Chinese character', '正', [1]],
    ['two', '人权', [2]],
    ['a character in several rows', '人', [0, 2]],
    ['English, whatever the case', 'UNDER', [1]],
    ['inside a word', 'undred', [3]],
    ['a figure', '689,000', [0]],
    ['signs a pattern would take for its own', '%_\\', [3]],
    ['what stands nowhere', '不在', []],
    ['across both sides of a row: nowhere', '。Under', []],
  ])('%s', async (_, text, rows) => {
    const w = await world()
    const { ids, documentId } = await w.document(ROWS)
    const found = await findSegments(w.observer, { projectId: w.projectId, documentId, text })
    expect(found).toEqual(rows.map((row) => ids[row]))
  })
})
