import { describe, expect, test } from 'vitest'
import type { Actor } from '../../lib/auth/actor'
import { matchPercent, prepareMatch } from '../../lib/bitext/match'
import { db } from '../../lib/db'
import { findMatches } from '../../lib/memory/find-matches'
import { LEAST_PERCENT, worthOf } from '../../lib/memory/rules'
import { searchMemory } from '../../lib/memory/search-memory'
import { recordEdit } from '../../lib/revision/record-edit'
import { ownDatabase, type World, world } from '../support/world'

ownDatabase()

const NOW = '本市今年新建了十二座图书馆，全部免费开放。'
const LIKE = '本市去年新建了十三座图书馆，全部免费开放。'
const FAR = '下面请各位记者提问。'

type Made = Awaited<ReturnType<World['document']>>

async function matchesOf(actor: Actor, { projectId }: World, { documentId, ids }: Made, row = 0) {
  return (await findMatches(actor, { projectId, documentId, segmentId: ids[row]! })).matches
}

const approve = (id: number) => db.segment.update({ where: { id }, data: { status: 'reviewed' } })

describe('what a row is offered', () => {
  test('the same text with its neighbours, the same text, and what is alike, each as approved as it is', async () => {
    const w = await world()
    const here = await w.document([
      [FAR, ''],
      [NOW, ''],
      ['谢谢大家。', ''],
    ])
    const there = await w.document([
      [FAR, 'Questions, please.'],
      [NOW, 'In context.'],
      ['谢谢大家。', 'Thank you.'],
    ])
    const other = await w.document([
      [NOW, 'Elsewhere.'],
      [LIKE, 'Last year.'],
      [FAR, 'Far.'],
    ])
    await approve(there.ids[1]!)
    await approve(other.ids[0]!)
    const found = await matchesOf(w.observer, w, here, 1)
    expect(found.map(({ percent, alike, target, approved }) => [percent, alike, target, approved])).toEqual([
      [101, 101, 'In context.', true],
      [100, 100, 'Elsewhere.', true],
      [88, 90, 'Last year.', false],
    ])
    expect(found[2]).toMatchObject({
      against: ['translated'],
      row: 2,
      documentId: other.documentId,
      source: LIKE,
      times: 1,
    })
  })

  test('a row that has become stale, or has an open note, is worth less and not offered as approved', async () => {
    const w = await world()
    const here = await w.document([[NOW, '']])
    const there = await w.document([
      [NOW, 'One.'],
      [FAR, 'x'],
      [NOW, 'Two.'],
    ])
    for (const id of [there.ids[0]!, there.ids[2]!]) await approve(id)
    await db.segment.update({ where: { id: there.ids[0]! }, data: { stale: true } })
    const number = {
      documentId: there.documentId,
      projectId: w.projectId,
      number: 1,
      type: 'number',
      severity: 'minor' as const,
    }
    await db.discrepancy.create({ data: { ...number, segmentId: there.ids[2]!, raisedById: w.memberIds.reviser } })
    const found = await matchesOf(w.translator, w, here)
    expect(found.map(({ target, percent, against, approved }) => [target, percent, against, approved])).toEqual([
      ['Two.', 95, ['disputed'], false],
      ['One.', 90, ['stale'], false],
    ])
  })

  test('one pair in many rows is one match; rows without a counterpart, merged ones and deleted documents are none', async () => {
    const w = await world()
    const here = await w.document([
      [NOW, 'Mine.'],
      [NOW, 'Same.'],
      [NOW, 'Same.'],
      [NOW, ''],
    ])
    const gone = await w.document([[NOW, 'Deleted.']])
    await db.document.update({ where: { id: gone.documentId }, data: { deletedAt: new Date() } })
    const merged = await w.document([
      [FAR, 'x'],
      [NOW, 'Merged.'],
    ])
    await db.segment.update({ where: { id: merged.ids[1]! }, data: { position: null, mergedIntoId: merged.ids[0]! } })
    const found = await matchesOf(w.translator, w, here)
    expect(found.map(({ target, times }) => [target, times])).toEqual([['Same.', 2]])
  })

  test('never another project’s, though its members are the same', async () => {
    const w = await world()
    const other = await world()
    await db.member.create({ data: { projectId: other.projectId, userId: w.manager.userId, role: 'manager' } })
    await other.document([[NOW, 'Theirs.']])
    expect(await matchesOf(w.manager, w, await w.document([[NOW, '']]))).toEqual([])
  })

  test('where the English governs, by the English', async () => {
    const w = await world({ governing: 'prevails-en' })
    const here = await w.document([['', 'The ferry leaves at nine every morning.']])
    await w.document([['渡轮每天早上十点开。', 'The ferry leaves at ten every morning.']])
    const [match] = await matchesOf(w.translator, w, here)
    expect(match).toMatchObject({
      alike: 87,
      target: '渡轮每天早上十点开。',
      source: 'The ferry leaves at ten every morning.',
    })
  })

  test('the memory follows every save', async () => {
    const w = await world()
    const here = await w.document([[LIKE, '']])
    const there = await w.document([[FAR, 'Something.']])
    expect(await matchesOf(w.manager, w, here)).toEqual([])
    const edit = { projectId: w.projectId, segmentId: there.ids[0]!, kind: 'edit' as const }
    await recordEdit(w.manager, { ...edit, side: 'zh', text: NOW, seenVersion: 1, correction: 'editorial' })
    await recordEdit(w.manager, { ...edit, side: 'en', text: 'This year.', seenVersion: 1 })
    const [match] = await matchesOf(w.manager, w, here)
    expect(match).toMatchObject({ target: 'This year.', by: 'manager', times: 1 })
  })
})

describe('no match above the threshold is left out', () => {
  const SAID = '我们将继续扩大开放，推进教育、医疗、交通等领域的合作，为两国人民带来更多实惠；2025年新增航线39条。'

  test('against every text compared by itself', async () => {
    const w = await world()
    const letters = [...SAID]
    const texts = Array.from({ length: 120 }, (_, i) =>
      letters
        .flatMap((letter, at) => {
          const turn = (at * 7 + i * 13) % 60
          if (turn < i / 5) return []
          return turn > 60 - i / 6 ? [letter, '其'] : turn === 30 ? ['某'] : [letter]
        })
        .join(''),
    )
    const here = await w.document([[SAID, ''], ...texts.map((text, i): [string, string] => [text, `Version ${i}`])])
    const own = prepareMatch(SAID)
    const wanted = texts
      .map((text) => matchPercent(own, prepareMatch(text), LEAST_PERCENT))
      .filter((alike) => alike > 0)
      .sort((a, b) => b - a)
    expect(wanted.length).toBeGreaterThan(10)
    expect(wanted.length).toBeLessThan(texts.length)
    const found = await matchesOf(w.translator, w, here)
    expect(found.map(({ alike }) => alike)).toEqual(wanted.slice(0, 10))
    for (const match of found) expect(match.percent).toBe(worthOf(match.alike, match))
  })
})

describe('words that are looked for', () => {
  const rowsFor = async (w: World, side: 'zh' | 'en', words: string) => {
    const { rows, more } = await searchMemory(w.observer, { projectId: w.projectId, side, words })
    return { found: rows.map(({ zh }) => zh), more }
  }

  test.each([
    ['zh', '馆', [LIKE, NOW]],
    ['zh', '图书馆', [LIKE, NOW]],
    ['zh', '去年', [LIKE]],
    ['zh', '馆图', []],
    ['zh', '%', []],
    ['en', 'librar', [LIKE, NOW]],
    ['en', 'LIBRARIES were', [LIKE]],
    ['en', 'ibraries were bu', [LIKE]],
    ['en', '12', [NOW]],
    ['en', '图书馆', []],
  ] as const)('%s %s', async (side, words, wanted) => {
    const w = await world()
    await w.document([
      [NOW, 'This year 12 libraries have been built.'],
      [LIKE, 'Last year 13 Libraries were built.'],
      [FAR, 'Questions, please.'],
    ])
    expect(await rowsFor(w, side, words)).toEqual({ found: wanted, more: false })
  })

  test('approved rows come first, and not more than can be read', async () => {
    const w = await world()
    const { ids } = await w.document(Array.from({ length: 60 }, (_, i): [string, string] => [`第${i}次会议`, 'x']))
    await approve(ids[3]!)
    const { found, more } = await rowsFor(w, 'zh', '会议')
    expect([found.length, found[0], more]).toEqual([50, '第3次会议', true])
  })
})
