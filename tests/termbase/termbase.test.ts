import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept } from '../../lib/bitext/terms'
import { db } from '../../lib/db'
import { listFindings } from '../../lib/finding/queries'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { deleteConcept } from '../../lib/termbase/delete-concept'
import { exportTerms } from '../../lib/termbase/export-terms'
import { importTerms, previewTerms } from '../../lib/termbase/import-terms'
import { TERM_FORMATS } from '../../lib/termbase/input'
import { planImport } from '../../lib/termbase/plan-import'
import { getTerms, listConcepts } from '../../lib/termbase/queries'
import { saveConcept } from '../../lib/termbase/save-concept'
import { ownDatabase, world } from '../support/world'

ownDatabase()

const term = (side: 'zh' | 'en', text: string, status: 'preferred' | 'admitted' | 'forbidden' = 'preferred') => ({
  side,
  text,
  status,
  note: '',
  source: '',
})

const fresh = (projectId: string, ...terms: ReturnType<typeof term>[]) => ({
  projectId,
  conceptId: null,
  seenVersion: 0,
  definition: '',
  subject: '',
  terms,
})

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a concept', () => {
  test('is kept, changed on what was seen, found by any of its words, and deleted', async () => {
    const w = await world()
    const { projectId } = w
    const given = fresh(
      projectId,
      term('zh', '枫桥经验'),
      term('en', 'Fengqiao model'),
      term('en', '100%_x', 'admitted'),
    )
    const { conceptId, version } = await saveConcept(w.translator, given)
    const change = { ...given, conceptId, seenVersion: version, definition: 'Settling disputes where they arise' }
    await saveConcept(w.manager, change)
    await expect(saveConcept(w.reviser, change)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
    for (const search of ['枫桥', 'MODEL', 'disputes', '100%_'])
      expect((await listConcepts(w.observer, { projectId, search })).concepts).toHaveLength(1)
    for (const search of ['nothing', '1%x'])
      expect((await listConcepts(w.observer, { projectId, search })).concepts).toHaveLength(0)
    await deleteConcept(w.manager, { projectId, conceptId, seenVersion: 2 })
    expect(await getTerms(w.observer, { projectId })).toEqual([])
    const logged = await db.auditEntry.findMany({ where: { projectId }, orderBy: { id: 'asc' } })
    expect(logged.map(({ action }) => action)).toEqual(['concept.add', 'concept.change', 'concept.delete'])
  })

  test('of another project is not found', async () => {
    const [w, other] = [await world(), await world()]
    const { conceptId } = await saveConcept(w.manager, fresh(w.projectId, term('zh', '法治')))
    const theirs = { ...fresh(other.projectId, term('zh', '法制')), conceptId, seenVersion: 1 }
    await expect(saveConcept(other.manager, theirs)).rejects.toMatchObject({ problem: 'not-found' })
    expect((await getTerms(w.manager, { projectId: w.projectId }))[0]?.terms[0]?.text).toBe('法治')
  })

  test('makes findings of a form that is missing and of one that is forbidden', async () => {
    const w = await world()
    const { documentId, ids } = await w.document([
      ['推广枫桥经验。', 'Promote the Fengqiao experience.'],
      ['坚持法治。', 'Uphold the rule of law.'],
    ])
    const at = { projectId: w.projectId, documentId }
    await refreshFindings(at)
    await saveConcept(
      w.manager,
      fresh(
        w.projectId,
        term('zh', '枫桥经验'),
        term('en', 'Fengqiao model'),
        term('en', 'Fengqiao experience', 'forbidden'),
      ),
    )
    await saveConcept(w.manager, fresh(w.projectId, term('zh', '法治'), term('en', 'governance by law')))
    expect(await refreshFindings(at)).toBe(true)
    const { findings } = await listFindings(w.manager, { ...at, ids })
    const terms = findings.filter(({ check }) => check === 'terms')
    expect(terms.map(({ segmentId, says }) => [segmentId, says])).toEqual([
      [ids[0], 'term-forbidden'],
      [ids[1], 'term-missing'],
    ])
  })
})

describe('a file of terms', () => {
  test('is previewed, brought in, and then nothing new', async () => {
    const w = await world()
    const file = {
      projectId: w.projectId,
      fileName: 'a.csv',
      bytes: bytes('zh,en\n法治,rule of law\n民主,democracy\n'),
    }
    expect(await previewTerms(w.manager, file)).toMatchObject({ ok: true, concepts: 2, terms: 4, fresh: 2, changed: 0 })
    expect(await getTerms(w.manager, file)).toEqual([])
    expect(await importTerms(w.manager, file)).toEqual({ fresh: 2, changed: 0, same: 0 })
    expect(await importTerms(w.manager, file)).toEqual({ fresh: 0, changed: 0, same: 2 })
    // Another glossary counts its rows alike, and is another all the same.
    const other = { ...file, fileName: 'b.csv', bytes: bytes('zh,en\n和平,peace\n法治,the rule of law\n') }
    expect(await importTerms(w.manager, other)).toEqual({ fresh: 2, changed: 0, same: 0 })
    expect((await getTerms(w.manager, file)).map(({ terms }) => terms[0]!.text)).toEqual([
      '法治',
      '民主',
      '和平',
      '法治',
    ])
  })

  test.each([
    ['<tbx', 'not-well-formed'],
    ['language,term\nfr,loi\n', 'term-language'],
    ['language,term,status\nzh,法,best\n', 'term-status'],
    ['zh,en\n"法,law\n', 'open-quote'],
    ['', 'empty-file'],
  ])('that cannot be read says why: %j', async (text, problem) => {
    const w = await world()
    const file = { projectId: w.projectId, fileName: 'x', bytes: bytes(text) }
    expect(await previewTerms(w.manager, file)).toMatchObject({ ok: false, problems: [{ id: problem }] })
    await expect(importTerms(w.manager, file)).rejects.toMatchObject({ problem: 'term-file' })
  })

  test.each(TERM_FORMATS)('written as %s and read back changes nothing', async (format) => {
    const w = await world()
    const { projectId } = w
    await saveConcept(w.manager, {
      ...fresh(
        projectId,
        { ...term('zh', '枫桥经验'), note: '见 <讲话>', source: 'a & b' },
        term('en', '=Fengqiao "model"'),
      ),
      definition: 'Disputes are settled\nwhere they arise',
      subject: 'law',
    })
    await saveConcept(
      w.manager,
      fresh(projectId, term('en', 'forbidden form', 'forbidden'), term('zh', '法治', 'admitted')),
    )
    const { body, fileName } = await exportTerms(w.observer, { projectId, format })
    expect(await importTerms(w.manager, { projectId, fileName, bytes: bytes(body) })).toEqual({
      fresh: 0,
      changed: 0,
      same: 2,
    })
  })
})

const concepts: fc.Arbitrary<Concept[]> = fc.array(
  fc.record({
    id: fc.constantFrom('', '1', '2', 'a'),
    definition: fc.constantFrom('', 'x'),
    subject: fc.constant(''),
    terms: fc.array(
      fc.record({
        side: fc.constantFrom('zh', 'en'),
        text: fc.constantFrom('法', '治', 'law'),
        status: fc.constantFrom('preferred', 'forbidden'),
        note: fc.constant(''),
        source: fc.constant(''),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 6 },
) as fc.Arbitrary<Concept[]>

test('every concept of a file comes, changes one of ours or is there already, and none of ours is changed twice', () => {
  fc.assert(
    fc.property(concepts, concepts, (ours, read) => {
      const known = ours.map((one, i) => ({ ...one, id: `ours-${i}`, fileId: one.id }))
      const { fresh, changed, same } = planImport(known, read)
      expect(fresh.length + changed.length + same).toBe(read.length)
      expect(new Set(changed.map(({ id }) => id)).size).toBe(changed.length)
    }),
  )
})
