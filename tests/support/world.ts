/**
 * A world for one test: a project with a member in every role, a stranger, and documents on demand.
 * Each test file works in its own clone of the migrated template, each test in its own project, so nothing is ever cleaned.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '../../lib/auth/actor'
import { MEMBER_ROLES, type MemberRole } from '../../lib/auth/roles'
import type { GoverningRule } from '../../lib/bitext/text'
import { db } from '../../lib/db'

/** Call once at the top of a test file that needs the database. */
export function ownDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  beforeAll(async () => {
    await onServer((client, template) =>
      client.query(`CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)}`),
    )
    const url = new URL(inject('templateUrl'))
    url.pathname = `/${name}`
    process.env.DATABASE_URL = url.href
  })
  afterAll(async () => {
    await db.$disconnect()
    await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  })
}

async function onServer(act: (client: pg.Client, template: string) => Promise<unknown>) {
  const url = new URL(inject('templateUrl'))
  const template = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client(url.href)
  await client.connect()
  try {
    // Two files must not clone the template at the same moment: PostgreSQL refuses while it is being read by another.
    await client.query('SELECT pg_advisory_lock(1)')
    await act(client, template)
  } finally {
    await client.end()
  }
}

export type World = Awaited<ReturnType<typeof world>>

export async function world({ governing = 'prevails-zh' as GoverningRule, fourEyes = true } = {}) {
  const project = await db.project.create({ data: { name: 'Test project', governing, fourEyes } })
  const actors = {} as Record<MemberRole, Actor>
  const memberIds = {} as Record<MemberRole, string>
  for (const role of MEMBER_ROLES) {
    actors[role] = await person(role)
    const member = await db.member.create({ data: { projectId: project.id, userId: actors[role].userId, role } })
    memberIds[role] = member.id
  }
  const stranger = await person('stranger')
  return {
    project,
    projectId: project.id,
    ...actors,
    stranger,
    memberIds,
    document: documentIn(project.id, governing, memberIds.manager),
  }
}

export async function person(name: string, { administrator = false } = {}): Promise<Actor> {
  const email = `${name}-${randomUUID()}@test.invalid`
  const user = await db.user.create({ data: { email, name, role: administrator ? 'administrator' : 'person' } })
  return { userId: user.id, name, email, administrator }
}

/** Rows are `[zh, en]`; both sides have a source when any row has text on it. */
function documentIn(projectId: string, governing: GoverningRule, memberId: string) {
  return async (rows: [zh: string, en: string][]) => {
    const document = await db.document.create({
      data: { projectId, title: 'Test document', governing, createdById: memberId },
    })
    for (const [index, side] of (['zh', 'en'] as const).entries()) {
      if (!rows.some((row) => row[index] !== '')) continue
      const source = {
        fileName: `${side}.txt`,
        format: 'txt',
        encoding: 'UTF-8',
        sha256: '',
        bytes: new Uint8Array(),
        text: '',
        intake: {},
      }
      await db.source.create({ data: { projectId, documentId: document.id, memberId, side, ...source } })
    }
    const segments = []
    for (const [index, [zh, en]] of rows.entries()) {
      const data = {
        projectId,
        documentId: document.id,
        position: (index + 1) * 1024,
        kind: 'point',
        zh,
        en,
        status: 'translated' as const,
      }
      segments.push(await db.segment.create({ data }))
    }
    return { document, documentId: document.id, segments, ids: segments.map((segment) => segment.id) }
  }
}
