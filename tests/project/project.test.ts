import { expect, test } from 'vitest'
import { db } from '../../lib/db'
import { createProject } from '../../lib/project/create-project'
import { CreateProjectInput } from '../../lib/project/input'
import { getProject, listProjectNames, listProjects } from '../../lib/project/queries'
import { updateProject } from '../../lib/project/update-project'
import { ownDatabase, person, world } from '../support/world'

ownDatabase()

test('who opens a project manages it, and others do not see it', async () => {
  const [lin, zhou] = [await person('lin'), await person('zhou')]
  const { id } = await createProject(lin, { name: '发布会', governing: 'prevails-zh' })
  expect(await getProject(lin, id)).toMatchObject({ name: '发布会', role: 'manager', fourEyes: true, version: 1 })
  expect((await listProjects(lin)).map((project) => project.id)).toEqual([id])
  expect(await listProjects(zhou)).toEqual([])
  expect(await listProjectNames(zhou)).toEqual([])
  await expect(getProject(zhou, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await db.auditEntry.count({ where: { projectId: id, action: 'project.create', userId: lin.userId } })).toBe(1)
})

test.each(['', '   ', 'x'.repeat(121), 'a\u0000b'])('%j is no name', (name) => {
  expect(CreateProjectInput.safeParse({ name, governing: 'prevails-zh' }).success).toBe(false)
})

test('an address that is no id leads nowhere', async () => {
  await expect(getProject(await person('lin'), 'nope')).rejects.toMatchObject({ code: 'not-found' })
})

test('settings change only from what was seen', async () => {
  const { manager, projectId } = await world()
  const change = { projectId, name: 'Renamed', governing: 'prevails-en' as const, fourEyes: false, seenVersion: 1 }
  expect(await updateProject(manager, change)).toEqual({ version: 2 })
  expect(await getProject(manager, projectId)).toMatchObject({
    name: 'Renamed',
    governing: 'prevails-en',
    fourEyes: false,
  })
  await expect(updateProject(manager, change)).rejects.toMatchObject({ problem: 'changed-meanwhile' })
  const [entry] = await db.auditEntry.findMany({ where: { projectId, action: 'project.update' } })
  expect(entry?.detail).toMatchObject({ before: { name: 'Test project' }, after: { name: 'Renamed' } })
})

test('the figures of a project count what there is to review in documents that are still there', async () => {
  const { translator, projectId, document, memberIds } = await world()
  const first = await document([
    ['一。', 'One.'],
    ['二。', 'Two.'],
    ['三。', 'Three.'],
  ])
  await db.segment.update({ where: { id: first.ids[0] }, data: { status: 'revised' } })
  await db.segment.update({ where: { id: first.ids[1] }, data: { locked: true } })
  await db.discrepancy.create({
    data: {
      projectId,
      documentId: first.documentId,
      segmentId: first.ids[2]!,
      number: 1,
      type: 'number',
      severity: 'major',
      raisedById: memberIds.reviser,
    },
  })
  const gone = await document([['四。', 'Four.']])
  await db.document.update({ where: { id: gone.documentId }, data: { deletedAt: new Date() } })
  expect(await listProjects(translator)).toMatchObject([
    { id: projectId, role: 'translator', documents: 1, members: 5, segments: 2, approved: 1, openDiscrepancies: 1 },
  ])
})
