import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, type Prisma } from '../db'
import { AppError } from '../errors'
import type { AuditExportInput, AuditFilter, AuditInput, AuditScope } from './input'
import { sealAudit } from './seal'

export type AuditRow = {
  number: number
  at: Date
  userId: string
  /** Their name today; empty when the person is gone. */
  by: string
  action: string
  subject: string | null
  /** Of the person it was about, their name today. */
  subjectName: string | null
  /** The document it was about, by its title today. */
  document: { id: string; title: string } | null
  project: { id: string; name: string } | null
  detail: Record<string, unknown> | null
  address: string | null
  /** What it said has been forgotten by the rule of retention. */
  erased: boolean
  hash: string
}

const PAGE = 100

/** One page of the log, newest first; `next` is what to ask for `before` to go on. */
export async function listAudit(actor: Actor, input: AuditInput): Promise<{ rows: AuditRow[]; next: number | null }> {
  await requireAuditor(actor, input)
  // What was done a moment ago is looked for first of all.
  await sealAudit()
  const rows = await readPage(input, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null }
}

export type AuditChoices = {
  people: { id: string; name: string }[]
  documents: { id: string; title: string }[]
  actions: string[]
}

/** What can be filtered by. */
export async function getAuditChoices(actor: Actor, scope: AuditScope): Promise<AuditChoices> {
  await requireAuditor(actor, scope)
  const within = scope.projectId ? { projectId: scope.projectId } : {}
  const [users, documents, actions] = await Promise.all([
    db.user.findMany({
      where: scope.projectId ? { members: { some: within } } : {},
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    db.document.findMany({ where: within, orderBy: { title: 'asc' }, take: 500, select: { id: true, title: true } }),
    db.auditLog.findMany({ where: within, distinct: ['action'], select: { action: true }, orderBy: { action: 'asc' } }),
  ])
  return { people: users, documents, actions: actions.map(({ action }) => action) }
}

/** The log as a file, a page at a time: a long one is never held whole. Dates in UTC; the hashes are in it. */
export async function exportAudit(actor: Actor, input: AuditExportInput): Promise<AsyncGenerator<string>> {
  await requireAuditor(actor, input)
  await sealAudit()
  return input.format === 'csv' ? csvOf(input) : linesOf(input)
}

async function* pagesOf(input: AuditFilter & AuditScope): AsyncGenerator<AuditRow[]> {
  let before: number | undefined
  for (;;) {
    const rows = await readPage({ ...input, before }, 1_000)
    if (rows.length > 0) yield rows
    if (rows.length < 1_000) return
    before = rows.at(-1)?.number
  }
}

async function* linesOf(input: AuditFilter & AuditScope): AsyncGenerator<string> {
  for await (const rows of pagesOf(input)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const COLUMNS = [
  'number',
  'at',
  'by',
  'userId',
  'action',
  'subject',
  'document',
  'project',
  'address',
  'detail',
  'hash',
]

async function* csvOf(input: AuditFilter & AuditScope): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  yield `\uFEFF${COLUMNS.join(',')}\r\n`
  for await (const rows of pagesOf(input))
    yield rows.map((row) => `${cellsOf(row).map(csvCell).join(',')}\r\n`).join('')
}

function cellsOf(row: AuditRow): string[] {
  const { number, at, by, userId, action, subject, document, project, address, detail, hash } = row
  const words = [
    subject ?? '',
    document?.title ?? '',
    project?.name ?? '',
    address ?? '',
    detail ? JSON.stringify(detail) : '',
  ]
  return [String(number), at.toISOString(), by, userId, action, ...words, hash]
}

/** What begins like a formula would be run by a spreadsheet; an apostrophe keeps it text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function readPage(
  { projectId, before, ...filter }: AuditFilter & { projectId: string | null; before?: number | undefined },
  take: number,
) {
  const links = await db.auditLog.findMany({
    where: {
      ...(projectId && { projectId }),
      ...(before && { number: { lt: before } }),
      ...whereOf(filter),
    },
    orderBy: { number: 'desc' },
    take,
  })
  const names = await namesOf(links)
  return links.map(
    (link): AuditRow => ({
      number: Number(link.number),
      at: link.at,
      userId: link.userId,
      by: names.people.get(link.userId) ?? '',
      action: link.action,
      subject: link.subject,
      subjectName: (link.subject && names.people.get(names.members.get(link.subject) ?? link.subject)) || null,
      document: named(link.documentId, names.documents, 'title'),
      project: named(link.projectId, names.projects, 'name'),
      detail: link.detail as Record<string, unknown> | null,
      address: link.address,
      erased: link.erasedAt !== null,
      hash: link.hash,
    }),
  )
}

function whereOf({ userId, documentId, action, from, to }: AuditFilter): Prisma.AuditLogWhereInput {
  return {
    ...(userId && { userId }),
    ...(documentId && { documentId }),
    ...(action && { action: action.includes('.') ? action : { startsWith: `${action}.` } }),
    ...((from || to) && { at: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
  }
}

type Linked = { subject: string | null; userId: string; documentId: string | null; projectId: string | null }

async function namesOf(links: Linked[]) {
  const ids = (of: (link: Linked) => string | null) => [...new Set(links.flatMap((link) => of(link) ?? []))]
  const subjects = ids(({ subject }) => (subject && UUID.test(subject) ? subject : null))
  const members = await db.member.findMany({ where: { id: { in: subjects } }, select: { id: true, userId: true } })
  const personIds = [...ids(({ userId }) => userId), ...subjects, ...members.map(({ userId }) => userId)]
  const [people, documents, projects] = await Promise.all([
    db.user.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true } }),
    db.document.findMany({
      where: { id: { in: ids(({ documentId }) => documentId) } },
      select: { id: true, title: true },
    }),
    db.project.findMany({ where: { id: { in: ids(({ projectId }) => projectId) } }, select: { id: true, name: true } }),
  ])
  return {
    members: new Map(members.map(({ id, userId }) => [id, userId])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    documents: new Map(documents.map(({ id, title }) => [id, title])),
    projects: new Map(projects.map(({ id, name }) => [id, name])),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function named<Key extends 'title' | 'name'>(id: string | null, names: Map<string, string>, key: Key) {
  if (id === null) return null
  return { id, [key]: names.get(id) ?? '' } as { id: string } & Record<Key, string>
}

/** A project's log is its managers'; the whole is the administrators'. */
async function requireAuditor(actor: Actor, { projectId }: AuditScope): Promise<void> {
  if (projectId) await requireMember(actor, projectId, 'audit.read')
  else if (!actor.administrator) throw new AppError('not-found', 'not-found')
}
