import { describe, expect, test } from 'vitest'
import { confirmBead, confirmTo } from '../../lib/alignment/confirm-rows'
import { explainPairing } from '../../lib/alignment/explain-pairing'
import { mergeRange } from '../../lib/alignment/merge-range'
import { moveEnglish } from '../../lib/alignment/move-english'
import { unpackState } from '../../lib/alignment/pack-state'
import { pushText } from '../../lib/alignment/push-text'
import { getAlignmentState, listSteps } from '../../lib/alignment/queries'
import { realign } from '../../lib/alignment/realign'
import { redoStep } from '../../lib/alignment/redo-step'
import { shiftColumn } from '../../lib/alignment/shift-column'
import { splitRow } from '../../lib/alignment/split-row'
import { swapEnglish } from '../../lib/alignment/swap-english'
import { undoStep } from '../../lib/alignment/undo-step'
import { db } from '../../lib/db'
import { raiseDiscrepancy } from '../../lib/discrepancy/raise-discrepancy'
import { recordEdit } from '../../lib/revision/record-edit'
import { STAYERS, TRAVELLERS } from '../../lib/segment/travellers'
import { ownDatabase, world } from '../support/world'

ownDatabase()

async function begin(rows: [string, string][]) {
  const w = await world()
  const { documentId, ids } = await w.document(rows)
  const home = { projectId: w.projectId, documentId }
  const texts = async () =>
    (await db.segment.findMany({ where: { documentId, position: { not: null } }, orderBy: { position: 'asc' } })).map(
      ({ zh, en }) => [zh, en],
    )
  const seen = async (...wanted: number[]) =>
    await db.segment.findMany({ where: { id: { in: wanted } }, select: { id: true, zhVersion: true, enVersion: true } })
  return { w, home, ids, texts, seen }
}

describe('each move', () => {
  test('push: from the caret on to the next row; the space stays with the words before it', async () => {
    const { w, home, ids, texts, seen } = await begin([
      ['一。', 'One. Two.'],
      ['二。', 'Three.'],
    ])
    await pushText(w.translator, { ...home, segmentId: ids[0], side: 'en', offset: 4, seen: await seen(ids[0]) })
    expect(await texts()).toEqual([
      ['一。', 'One.'],
      ['二。', 'Two.Three.'],
    ])
    const row = await db.segment.findUniqueOrThrow({ where: { id: ids[0] } })
    expect(row).toMatchObject({ enTail: ' ', status: 'translated', enVersion: 2, zhVersion: 1, confirmed: false })
  })

  test('shift: opens a gap, taken up by the next empty cell, and closes it again', async () => {
    const rows: [string, string][] = [['一', 'One'], ['二', 'Two'], ['三', ''], ['四', 'Four']] // biome-ignore format: rows
    const { w, home, ids, texts, seen } = await begin(rows)
    const on = async () => ({ ...home, segmentId: ids[0], side: 'en' as const, seen: await seen(ids[0]) })
    await shiftColumn(w.translator, { ...(await on()), direction: 'down' })
    expect((await texts()).map(([, en]) => en)).toEqual(['', 'One', 'Two', 'Four'])
    await shiftColumn(w.translator, { ...(await on()), direction: 'up' })
    expect((await texts()).map(([, en]) => en)).toEqual(['One', 'Two', 'Four', ''])
  })

  test('shift: stops before a confirmed row, in a new one', async () => {
    const { w, home, ids, texts, seen } = await begin([['一', 'One'], ['二', 'Two'], ['三', 'Three']]) // biome-ignore format: rows
    await confirmBead(w.translator, { projectId: home.projectId, segmentId: ids[2], confirmed: true })
    await shiftColumn(w.translator, {
      ...home,
      segmentId: ids[0],
      side: 'en',
      direction: 'down',
      seen: await seen(ids[0]),
    })
    expect(await texts()).toEqual([['一', ''], ['二', 'One'], ['', 'Two'], ['三', 'Three']]) // biome-ignore format: rows
  })

  test('split: the other side is cut where the aligner likes it best', async () => {
    const { w, home, ids, texts, seen } = await begin([
      ['他们有12个苹果。中国在亚洲。', 'They have 12 apples. China is in Asia.'],
    ])
    await splitRow(w.translator, {
      ...home,
      segmentId: ids[0],
      side: 'zh',
      offset: 9,
      otherOffset: null,
      seen: await seen(ids[0]),
    })
    expect(await texts()).toEqual([
      ['他们有12个苹果。', 'They have 12 apples.'],
      ['中国在亚洲。', 'China is in Asia.'],
    ])
  })

  test('swap and move: English keeps its own order', async () => {
    const { w, home, ids, texts, seen } = await begin([['一', 'One'], ['二', 'Two'], ['三', ''], ['四', 'Four']]) // biome-ignore format: rows
    await swapEnglish(w.translator, {
      ...home,
      segmentId: ids[0],
      withSegmentId: ids[1],
      seen: await seen(ids[0], ids[1]),
    })
    expect((await texts()).map(([, en]) => en)).toEqual(['Two', 'One', '', 'Four'])
    await moveEnglish(w.translator, {
      ...home,
      fromSegmentId: ids[0],
      toSegmentId: ids[2],
      seen: await seen(ids[0], ids[2]),
    })
    expect((await texts()).map(([, en]) => en)).toEqual(['', 'One', 'Two', 'Four'])
    const english = await db.segment.findMany({
      where: { documentId: home.documentId, en: { not: '' } },
      orderBy: { enOrder: 'asc' },
    })
    expect(english.map(({ en, moved }) => [en, moved])).toEqual([['One', false], ['Two', false], ['Four', false]]) // biome-ignore format: rows
  })

  test('rows between whose English other English stands are not joined', async () => {
    const { w, home, ids, texts, seen } = await begin([['一', 'One'], ['二', 'Two'], ['三', 'Three'], ['四', '']]) // biome-ignore format: rows
    await moveEnglish(w.translator, {
      ...home,
      fromSegmentId: ids[0],
      toSegmentId: ids[3],
      seen: await seen(ids[0], ids[3]),
    })
    const before = await texts()
    const merged = mergeRange(w.translator, {
      ...home,
      fromSegmentId: ids[2],
      toSegmentId: ids[3],
      seen: await seen(ids[2], ids[3]),
    })
    await expect(merged).rejects.toMatchObject({ problem: 'texts-apart' })
    expect(await texts()).toEqual(before)
  })
})

describe('what a move leaves alone', () => {
  test('released rows, protected rows, rows that read otherwise by now', async () => {
    const { w, home, ids, texts, seen } = await begin([['一', 'One'], ['二', 'Two']]) // biome-ignore format: rows
    const before = await texts()
    const on = { ...home, segmentId: ids[0], side: 'en' as const, offset: 0 }
    await db.segment.update({ where: { id: ids[1] }, data: { status: 'released' } })
    await expect(pushText(w.manager, { ...on, seen: await seen(ids[0]) })).rejects.toMatchObject({
      problem: 'row-released',
      detail: { row: 2, segmentId: ids[1] },
    })
    await db.segment.update({ where: { id: ids[1] }, data: { status: 'translated', locked: true } })
    await expect(pushText(w.translator, { ...on, seen: await seen(ids[0]) })).rejects.toMatchObject({
      problem: 'row-protected',
    })
    await expect(
      pushText(w.manager, { ...on, seen: [{ id: ids[0], zhVersion: 1, enVersion: 7 }] }),
    ).rejects.toMatchObject({
      code: 'conflict',
      problem: 'changed-meanwhile',
    })
    expect(await texts()).toEqual(before)
    expect(await db.revision.count({ where: { projectId: home.projectId } })).toBe(0)
    expect(await listSteps(w.observer, home)).toEqual([])
  })
})

describe('what travels', () => {
  test('a mark goes with its words; the note stays with the governing ones, and undo brings the other back', async () => {
    const { w, home, ids, seen } = await begin([['一个数', 'One number'], ['二', 'Two']]) // biome-ignore format: rows
    const { id } = await raiseDiscrepancy(w.reviser, {
      projectId: home.projectId, segmentId: ids[0], type: 'number', severity: 'minor', note: '',
      zh: { from: 0, to: 2, quote: '一个' }, en: { from: 4, to: 10, quote: 'number' },
    }) // biome-ignore format: a call
    const note = () => db.discrepancy.findUniqueOrThrow({ where: { id } })
    const { step } = await pushText(w.translator, {
      ...home,
      segmentId: ids[0],
      side: 'en',
      offset: 4,
      seen: await seen(ids[0]),
    })
    expect(await note()).toMatchObject({
      segmentId: ids[0],
      zhFrom: 0,
      zhTo: 2,
      enFrom: null,
      enTo: null,
      enQuote: 'number',
    })
    await undoStep(w.translator, { ...home, step })
    expect(await note()).toMatchObject({ segmentId: ids[0], zhFrom: 0, enFrom: 4, enTo: 10 })
  })

  test('every table that hangs on rows is said to travel or to stay', async () => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT c.relname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND k.confrelid = '"Segment"'::regclass`
    const known = [...TRAVELLERS.map(({ table }) => table), ...STAYERS]
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
  })
})

describe('undo', () => {
  test('gives approvals back that still hold, not those of words that changed', async () => {
    const { w, home, ids, seen } = await begin([['一', 'One'], ['二', 'Two']]) // biome-ignore format: rows
    await db.segment.updateMany({
      where: { id: { in: ids } },
      data: { status: 'revised', revisedBy: w.memberIds.reviser },
    })
    const status = async () =>
      (await db.segment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map((row) => [
        row.status,
        row.revisedBy !== null,
      ])
    const swap = async () =>
      (await swapEnglish(w.translator, { ...home, segmentId: ids[0], withSegmentId: ids[1], seen: await seen(...ids) }))
        .step
    const step = await swap()
    expect(await status()).toEqual([['translated', false], ['translated', false]]) // biome-ignore format: rows
    await undoStep(w.translator, { ...home, step })
    expect(await status()).toEqual([['revised', true], ['revised', true]]) // biome-ignore format: rows
    await redoStep(w.translator, { ...home, step })
    const [row] = await seen(ids[0])
    await recordEdit(w.translator, {
      projectId: home.projectId,
      segmentId: ids[0],
      side: 'en',
      text: 'Two!',
      seenVersion: row.enVersion,
      kind: 'edit',
    })
    await undoStep(w.translator, { ...home, step })
    expect(await status()).toEqual([['revised', true], ['translated', false]]) // biome-ignore format: rows
    expect((await db.segment.findUniqueOrThrow({ where: { id: ids[1] } })).en).toBe('Two!')
  })

  test('of another’s step is told beforehand and recorded; a released row ends it', async () => {
    const { w, home, ids, seen } = await begin([['一', 'One'], ['二', 'Two']]) // biome-ignore format: rows
    const { step } = await pushText(w.translator, {
      ...home,
      segmentId: ids[0],
      side: 'en',
      offset: 0,
      seen: await seen(ids[0]),
    })
    expect(await getAlignmentState(w.manager, home)).toMatchObject({
      undo: { number: step, kind: 'push', mine: false, by: 'translator' },
      redo: null,
    })
    await db.segment.update({ where: { id: ids[1] }, data: { status: 'released' } })
    await expect(undoStep(w.manager, { ...home, step })).rejects.toMatchObject({ problem: 'row-released' })
    await db.segment.update({ where: { id: ids[1] }, data: { status: 'translated' } })
    await undoStep(w.manager, { ...home, step })
    expect(await db.auditEntry.count({ where: { projectId: home.projectId, action: 'alignment.undo-of-other' } })).toBe(
      1,
    )
    await confirmTo(w.translator, { ...home, segmentId: ids[1], fromSegmentId: null, confirmed: true })
    await expect(redoStep(w.manager, { ...home, step })).rejects.toMatchObject({ problem: 'step-gone' })
  })
})

describe('realignment', () => {
  const LINES: [string, string][] = [
    ['2019年，北京有3000名学生。', 'In 2019, there were 3,000 students in Beijing.'],
    ['他们喜欢音乐。', 'They like music.'],
    ['苹果很便宜，只要5元。', 'Apples are cheap, only 5 yuan.'],
    ['我们在上海见到了老师。', 'We met the teacher in Shanghai.'],
    ['医院离火车站有12公里。', 'The hospital is 12 kilometres from the railway station.'],
    ['天气很好。', 'The weather is good.'],
  ]

  test('puts sentences back beside each other, keeps what is confirmed, and is undone as one step', async () => {
    const { w, home, ids, texts, seen } = await begin(LINES)
    await confirmBead(w.manager, { projectId: home.projectId, segmentId: ids[4], confirmed: true })
    await shiftColumn(w.manager, {
      ...home,
      segmentId: ids[0],
      side: 'en',
      direction: 'down',
      seen: await seen(ids[0]),
    })
    const shifted = await texts()
    expect(shifted).not.toEqual(LINES)
    const { step } = await realign(w.manager, { ...home, range: null })
    expect(await texts()).toEqual(LINES)
    expect((await getAlignmentState(w.manager, home)).alignedBy).not.toBe('')
    await undoStep(w.manager, { ...home, step })
    expect(await texts()).toEqual(shifted)
    expect((await getAlignmentState(w.manager, home)).alignedBy).toBe('')
    await redoStep(w.manager, { ...home, step })
    expect(await texts()).toEqual(LINES)
  })

  test('a range is realigned by the rows around it; what stands farther off is not in the step', async () => {
    const many: [string, string][] = Array.from({ length: 600 }, (_, n) => [
      `第${n + 1}座灯塔修好了。`,
      `Lighthouse number ${n + 1} has been repaired.`,
    ])
    const { w, home, ids, texts, seen } = await begin(many)
    const middle = ids.slice(300, 305)
    // Its neighbour's English stands at the other end of the document, and is no business of the range.
    await moveEnglish(w.manager, {
      ...home,
      fromSegmentId: middle[4],
      toSegmentId: ids[590],
      seen: await seen(middle[4], ids[590]),
    })
    await swapEnglish(w.manager, {
      ...home,
      segmentId: middle[1],
      withSegmentId: middle[2],
      seen: await seen(middle[1], middle[2]),
    })
    const before = await texts()
    const range = { fromSegmentId: middle[0], toSegmentId: middle[3] }
    const { step, changed } = await realign(w.manager, { ...home, range })
    expect((await texts()).slice(300, 304)).toEqual(many.slice(300, 304))
    const { state } = await db.alignmentStep.findFirstOrThrow({ where: { documentId: home.documentId, number: step } })
    const kept = await unpackState(state as Uint8Array<ArrayBuffer>)
    expect('rearrangement' in kept && kept.rearrangement.moments.before.cells.zh.length).toBeLessThan(410)
    expect(changed.length).toBeLessThan(6)
    await undoStep(w.manager, { ...home, step })
    expect(await texts()).toEqual(before)
  })
})

test('who confirmed a row, and when, is known of the last confirmation that holds', async () => {
  const { w, home, ids } = await begin([
    ['一。', 'One.'],
    ['二。', 'Two.'],
  ])
  const confirmer = async (segmentId: number) =>
    (await explainPairing(w.observer, { ...home, segmentId })).confirmed?.by ?? null
  expect(await confirmer(ids[0])).toBeNull()
  const name = async (actor: { userId: string }) =>
    (await db.user.findUniqueOrThrow({ where: { id: actor.userId } })).name
  await confirmTo(w.translator, { ...home, segmentId: ids[1], fromSegmentId: null, confirmed: true })
  expect(await confirmer(ids[0])).toBe(await name(w.translator))
  await confirmBead(w.manager, { projectId: home.projectId, segmentId: ids[0], confirmed: false })
  expect(await confirmer(ids[0])).toBeNull()
  await confirmBead(w.manager, { projectId: home.projectId, segmentId: ids[0], confirmed: true })
  expect(await confirmer(ids[0])).toBe(await name(w.manager))
  expect(await confirmer(ids[1])).toBe(await name(w.translator))
  const { undo } = await getAlignmentState(w.manager, home)
  await undoStep(w.manager, { ...home, step: undo!.number })
  expect(await confirmer(ids[0])).toBeNull()
})
