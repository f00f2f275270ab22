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
    await endWork()
    await db.$disconnect()
    await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  })
}

type Checks = Map<string, { rows: NodeJS.Timeout | null; whole: NodeJS.Timeout | null }>

/** What the product goes on with for as long as its process lives; the next test file has the process after us. */
async function endWork() {
  const { duizhaoChecks: checks } = globalThis as { duizhaoChecks?: Checks }
  for (const { rows, whole } of checks?.values() ?? [])
    for (const clock of [rows, whole]) clearTimeout(clock ?? undefined)
  if ('duizhaoSender' in globalThis) await (await import('../../lib/jobs/boss')).closeSender()
  if ('duizhaoHub' in globalThis) await (await import('../../lib/live/live-hub')).closeLiveHub()
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
  const stranger = newPerson('stranger')
  const people = fromRoles((role) => newPerson(role))
  await db.user.createMany({ data: [...MEMBER_ROLES.map((role) => people[role].user), stranger.user] })
  const memberIds = fromRoles(() => nextInOrder().id)
  const members = MEMBER_ROLES.map((role) => ({ role, id: memberIds[role], userId: people[role].user.id }))
  await db.member.createMany({
    data: members.map((member) => ({ ...nextInOrder(), ...member, projectId: project.id })),
  })
  return {
    project,
    projectId: project.id,
    ...fromRoles((role) => people[role].actor),
    stranger: stranger.actor,
    memberIds,
    document: documentIn(project.id, governing, memberIds.manager),
  }
}

function fromRoles<T>(make: (role: MemberRole) => T): Record<MemberRole, T> {
  return Object.fromEntries(MEMBER_ROLES.map((role) => [role, make(role)])) as Record<MemberRole, T>
}

let lastInstant = 0

/** What is made in one statement comes after one another all the same: a UUID of version 7 and its instant. */
function nextInOrder(): { id: string; createdAt: Date } {
  lastInstant = Math.max(lastInstant + 1, Date.now() - 1000)
  const instant = lastInstant.toString(16).padStart(12, '0')
  const id = `${instant.slice(0, 8)}-${instant.slice(8)}-7${randomUUID().slice(15)}`
  return { id, createdAt: new Date(lastInstant) }
}

export async function person(name: string, { administrator = false } = {}): Promise<Actor> {
  const { user, actor } = newPerson(name, administrator)
  await db.user.create({ data: user })
  return actor
}

function newPerson(name: string, administrator = false) {
  const inOrder = nextInOrder()
  const email = `${name}-${randomUUID()}@test.invalid`
  const role = administrator ? ('administrator' as const) : ('person' as const)
  const actor: Actor = { userId: inOrder.id, name, email, administrator }
  return { user: { ...inOrder, email, name, role }, actor }
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
    const made = await db.segment.createManyAndReturn({
      data: rows.map(([zh, en], index) => ({
        projectId,
        documentId: document.id,
        position: (index + 1) * 1024,
        kind: 'point',
        zh,
        en,
        status: 'translated' as const,
      })),
    })
    const segments = made.sort((a, b) => a.id - b.id)
    return { document, documentId: document.id, segments, ids: segments.map((segment) => segment.id) }
  }
}
