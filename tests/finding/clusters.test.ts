import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '../../lib/db'
import { chooseForm } from '../../lib/finding/choose-form'
import { clustersOf } from '../../lib/finding/clusters'
import { listClusters } from '../../lib/finding/list-clusters'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { recordEdit } from '../../lib/revision/record-edit'
import { undoBatch } from '../../lib/view/undo-batch'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const row = (id: number, en: string, zh = '') => ({ id, zh, en, kind: 'point', label: false })
const found = (check: string, words: string, other: string, more = {}) => ({
  segmentId: 1,
  check,
  values: { words, other, ...more },
})

describe('clusters', () => {
  test('hold every form with every place, the usual first', () => {
    const rows = [
      row(1, 'The Fengqiao model and the Fengqiao models.'),
      row(2, 'The Fengqiao experience; Fengqiao experience.'),
      row(3, 'A Fengqiao experience'),
    ]
    const [cluster] = clustersOf([found('name-variants', 'Fengqiao model', 'Fengqiao experience')], rows)
    expect(
      cluster!.forms.map(({ words, places }) => [words, places.map(({ segmentId, from }) => [segmentId, from])]),
    ).toEqual([
      [
        'Fengqiao experience',
        [
          [2, 4],
          [2, 25],
          [3, 2],
        ],
      ],
      ['Fengqiao model', [[1, 4]]],
    ])
  })

  test('join findings that share a form, and keep apart what is of different things', () => {
    const rows = [row(1, 'AA BB CC', '甲'), row(2, 'AA BB', '乙')]
    const of = (term: string, words: string) => found('quoted-terms', words, 'AA', { term })
    expect(clustersOf([of('甲', 'BB'), of('甲', 'CC')], rows).map(({ forms }) => forms.length)).toEqual([3])
    expect(clustersOf([of('甲', 'BB'), of('乙', 'BB')], rows).map(({ of }) => of)).toEqual(['甲', '乙'])
  })

  test('a title is only that of its person', () => {
    const rows = [row(1, 'Lu Qing, director; Wen Chang, director.'), row(2, 'Lu Qing, head.')]
    const [cluster] = clustersOf([found('person-titles', 'head', 'director', { person: 'Lu Qing' })], rows)
    expect(cluster!.forms.map(({ places }) => places.length)).toEqual([1, 1])
  })

  test('a place is where its words stand, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('a.b', 'a', 'b', ' ', '(a', '中'), { maxLength: 12 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const rows = [row(1, one), row(2, other)]
        for (const { forms } of clustersOf([found('name-variants', 'a.b', '(a')], rows))
          for (const { words, places } of forms)
            for (const { segmentId, from, to, start, context, cut } of places) {
              const { en } = rows[segmentId - 1]!
              expect(en.slice(from, to)).toBe(words)
              expect(en.startsWith(context, start)).toBe(true)
              expect(cut).toBe(start + context.length < en.length)
            }
      }),
    )
  })
})

const TERM = '我们坚持“枫桥经验”。'

async function begin() {
  const w = await world({ fourEyes: false })
  const { documentId, ids } = await w.document([
    [TERM, 'We uphold the “Fengqiao experience”.'],
    [TERM, 'We keep to the “Fengqiao experience”.'],
    [TERM, 'We follow the “Fengqiao model” and the “Fengqiao model”.'],
    [TERM, 'We spread the “Fengqiao model”.'],
    ['别的。', 'Other.'],
  ])
  const at = { projectId: w.projectId, documentId }
  await refreshFindings(at)
  return { w, at, ids }
}

async function texts(documentId: string) {
  const rows = await db.segment.findMany({ where: { documentId }, orderBy: { position: 'asc' }, select: { en: true } })
  return rows.map(({ en }) => en)
}

describe('choosing a form', () => {
  test('puts it in every place as a tracked change, and takes all of them back at once', async () => {
    const { w, at } = await begin()
    const { clusters, snapshot } = await listClusters(w.translator, at)
    const cluster = clusters.find(({ check }) => check === 'quoted-terms')!
    expect(cluster.of).toBe('枫桥经验')
    const other = cluster.forms.find(({ words }) => words === 'Fengqiao model')!
    const before = await texts(at.documentId)
    const places = other.places.map(({ segmentId, from }) => ({ segmentId, from, words: other.words }))
    const chosen = await chooseForm(w.translator, { ...at, form: 'Fengqiao experience', places, snapshot })
    expect(chosen).toMatchObject({ refused: [] })
    expect((await texts(at.documentId)).join('\n')).not.toContain('Fengqiao model')
    const revisions = await db.revision.findMany({ where: { projectId: at.projectId } })
    expect(revisions.map(({ kind }) => kind)).toEqual(chosen.changed.map(() => 'replace'))
    await refreshFindings(at)
    expect((await listClusters(w.translator, at)).clusters).toEqual([])
    await undoBatch(w.translator, { projectId: at.projectId, batchId: chosen.batchId! })
    expect(await texts(at.documentId)).toEqual(before)
  })

  test('leaves what somebody changed meanwhile, what is released, and says so', async () => {
    const { w, at, ids } = await begin()
    const { snapshot } = await listClusters(w.translator, at)
    const edit = {
      projectId: at.projectId,
      segmentId: ids[0]!,
      side: 'en' as const,
      seenVersion: 1,
      kind: 'edit' as const,
    }
    await recordEdit(w.manager, { ...edit, text: 'We too uphold the “Fengqiao experience”.' })
    await db.segment.update({ where: { id: ids[1] }, data: { status: 'released' } })
    const places = [0, 1].map((i) => ({ segmentId: ids[i]!, from: 15, words: 'Fengqiao experience' }))
    const before = await texts(at.documentId)
    const chosen = await chooseForm(w.translator, { ...at, form: 'Fengqiao model', places, snapshot })
    expect(chosen).toMatchObject({
      batchId: null,
      changed: [],
      refused: [{ id: ids[0], why: 'changed' }, { id: ids[1] }],
    })
    expect(await texts(at.documentId)).toEqual(before)
  })
})
