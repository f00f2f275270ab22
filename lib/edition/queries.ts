/** Published editions, as pages show them. They stay when their document is deleted. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { MemberRole } from '../auth/roles'
import type { ErrataSheet } from '../bitext/interchange'
import { db } from '../db'
import { AppError } from '../errors'
import { readSettings } from '../quality/queries'
import { hashOf } from './canonical'
import { compareEditions, type EditionComparison } from './changes'
import { errataSheet } from './errata-sheet'
import type { CompareInput, EditionInput } from './input'
import { findPublished, getPublished } from './published'
import { type EditionScores, scoreEdition } from './score-edition'

type Place = { projectId: string; documentId: string }

export type EditionRow = {
  number: number
  rows: number
  changes: number
  note: string
  overrideReason: string
  sha256: string
  publishedBy: string
  publishedAt: Date
}

/** Newest first. */
export async function listEditions(actor: Actor, { projectId, documentId }: Place): Promise<EditionRow[]> {
  await requireMember(actor, projectId, 'project.read')
  const editions = await db.edition.findMany({
    where: { projectId, documentId },
    orderBy: { number: 'desc' },
    omit: { content: true },
    include: { publishedBy: { select: { user: { select: { name: true } } } } },
  })
  return editions.map(({ publishedBy, ...edition }) => ({ ...edition, publishedBy: publishedBy.user.name }))
}

export type EditionsOf = {
  title: string
  /** The document is gone for everyone; its editions are not. */
  deletedAt: Date | null
  role: MemberRole
  editions: EditionRow[]
}

/** What was published of a document. Of a deleted one that never was, there is nothing. */
export async function getEditionsOf(actor: Actor, place: Place): Promise<EditionsOf> {
  const { role } = await requireMember(actor, place.projectId, 'project.read')
  const document = await db.document.findFirst({
    where: { id: place.documentId, projectId: place.projectId },
    select: { title: true, deletedAt: true },
  })
  const editions = await listEditions(actor, place)
  if (!document || (document.deletedAt && editions.length === 0)) throw new AppError('not-found', 'not-found')
  return { ...document, role, editions }
}

export type KeptEditions = { documentId: string; title: string; editions: number; lastAt: Date; deletedAt: Date }

/** Documents that were deleted and had been published: all that is left of them to read. */
export async function listKeptEditions(actor: Actor, { projectId }: { projectId: string }): Promise<KeptEditions[]> {
  await requireMember(actor, projectId, 'project.read')
  return await db.$queryRaw<KeptEditions[]>`
    SELECT d."id" AS "documentId", d."title", d."deletedAt", count(*)::int AS editions, max(e."publishedAt") AS "lastAt"
    FROM "Edition" e JOIN "Document" d ON d."id" = e."documentId"
    WHERE d."projectId" = ${projectId}::uuid AND d."deletedAt" IS NOT NULL GROUP BY d."id" ORDER BY d."deletedAt" DESC`
}

export type EditionPage = EditionRow & {
  title: string
  deletedAt: Date | null
  /** The bytes still have the hash they were published with. */
  intact: boolean
  previous: string | null
  /** Against the edition before; null for the first. */
  comparison: EditionComparison | null
  errata: ErrataSheet
  scores: EditionScores
}

export async function getEdition(actor: Actor, input: EditionInput): Promise<EditionPage> {
  const { projectId, documentId, number } = input
  const { deletedAt, editions } = await getEditionsOf(actor, { projectId, documentId })
  const row = editions.find((one) => one.number === number)
  if (!row) throw new AppError('not-found', 'not-found')
  const [published, before, { settings }] = await Promise.all([
    getPublished(input),
    findPublished({ projectId, documentId, number: number - 1 }),
    readSettings(projectId),
  ])
  const { document, content, edition } = published
  return {
    ...row,
    title: document.title,
    deletedAt,
    intact: hashOf(content) === row.sha256,
    previous: published.previous,
    comparison: before && compareEditions(before.document, document),
    errata: errataSheet({ edition, number, document, previous: before }),
    scores: scoreEdition(document, settings),
  }
}

export type TwoEditions = EditionsOf & { older: EditionRow; newer: EditionRow; comparison: EditionComparison }

/** Any two editions of a document. */
export async function compareTwoEditions(actor: Actor, { older, newer, ...place }: CompareInput): Promise<TwoEditions> {
  const all = await getEditionsOf(actor, place)
  const rowOf = (number: number) => all.editions.find((one) => one.number === number)
  const [one, other] = [rowOf(older), rowOf(newer)]
  if (!one || !other) throw new AppError('not-found', 'not-found')
  const [before, after] = await Promise.all([
    getPublished({ ...place, number: older }),
    getPublished({ ...place, number: newer }),
  ])
  return { ...all, older: one, newer: other, comparison: compareEditions(before.document, after.document) }
}
