/** What screens show of findings: those of rows with what people said of them, and how each check does in a project. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { FindingSeverity } from '../bitext/check'
import type { Span } from '../bitext/text'
import { db } from '../db'
import { AppError } from '../errors'
import type { ListFindingsInput, ListPlacesInput } from './input'
import { isChecking } from './keep-fresh'
import { CHECK_IDS, type DismissalReason, type DismissalScope, precisionOf } from './rules'
import { standing } from './standing'

export type FindingRow = {
  segmentId: number
  key: string
  check: string
  severity: FindingSeverity
  says: string
  values: Record<string, string | number>
  zh: Span | null
  en: Span | null
  /** What stood there when it was found; where nothing is marked, the whole text. */
  zhWords: string
  enWords: string
  /** Of the whole document, not of the row alone. */
  wide: boolean
  dismissal: { id: string; scope: DismissalScope; reason: DismissalReason; note: string; by: string; at: string } | null
  /** Somebody wrote it down as a discrepancy. */
  raised: boolean
}

export type CheckWish = { check: string; off: boolean; severity: FindingSeverity | null }

/** How far the checks of a document are. */
export type Freshness = {
  /** When the document as a whole was last checked; null: not yet. */
  checkedAt: string | null
  /** Its texts have changed since, or it is being looked at for the first time. */
  checking: boolean
}

export type Findings = Freshness & {
  findings: FindingRow[]
  /** The checks this project wants otherwise than they are. */
  settings: CheckWish[]
}

type Raw = Omit<FindingRow, 'zh' | 'en' | 'dismissal'> & {
  zhFrom: number | null
  zhTo: number | null
  enFrom: number | null
  enTo: number | null
  dismissalId: string | null
  scope: DismissalScope
  reason: DismissalReason
  note: string
  by: string
  at: Date
}

/** Of these rows, in the order of the document, the gravest of a row first. */
export async function listFindings(actor: Actor, input: ListFindingsInput): Promise<Findings> {
  const { projectId, documentId, ids } = input
  await requireMember(actor, projectId, 'project.read')
  const freshness = await readFreshness(input)
  const rows = ids.length === 0 ? [] : await readFindings(projectId, documentId, ids)
  const settings = await db.checkSetting.findMany({
    where: { projectId },
    select: { check: true, off: true, severity: true },
  })
  return {
    ...freshness,
    findings: rows.map(findingOf),
    settings: settings.map((one) => ({ ...one, severity: one.severity as FindingSeverity | null })),
  }
}

/** @throws AppError `not-found` where the project has no such document. */
export async function readFreshness({ projectId, documentId }: ListPlacesInput): Promise<Freshness> {
  const document = await db.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: { checkRun: { select: { checkedAt: true, hash: true } } },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const { checkRun } = document
  return {
    checkedAt: checkRun && checkRun.hash !== '' ? checkRun.checkedAt.toISOString() : null,
    checking: isChecking({ projectId, documentId }),
  }
}

async function readFindings(projectId: string, documentId: string, ids: readonly number[]): Promise<Raw[]> {
  const { from, order, severity, raised } = standing(projectId, documentId)
  return await db.$queryRaw<Raw[]>`
    SELECT f."segmentId", f."key", f."check", ${severity} AS severity, f."says", f."values",
      f."zhFrom", f."zhTo", f."enFrom", f."enTo", f."zhWords", f."enWords", f."wide", d."id" AS "dismissalId", d."scope", d."reason", d."note", d."by", d."createdAt" AS at,
      ${raised} AS raised
    ${from} AND f."segmentId" = ANY(${[...ids]}::int[])
    ORDER BY ${order}`
}

function findingOf({
  zhFrom,
  zhTo,
  enFrom,
  enTo,
  dismissalId,
  scope,
  reason,
  note,
  by,
  at,
  ...finding
}: Raw): FindingRow {
  return {
    ...finding,
    zh: span(zhFrom, zhTo),
    en: span(enFrom, enTo),
    dismissal: dismissalId === null ? null : { id: dismissalId, scope, reason, note, by, at: at.toISOString() },
  }
}

function span(from: number | null, to: number | null): Span | null {
  return from === null || to === null ? null : { from, to }
}

export type CheckOfProject = {
  check: string
  off: boolean
  severity: FindingSeverity | null
  version: number
  /** What stands in the documents now and nobody has dismissed. */
  open: number
  raised: number
  mended: number
  dismissed: number
  /** The share of judged findings somebody acted on; null while too few were judged. */
  precision: number | null
}

/** How each check does in this project. */
export async function listChecks(actor: Actor, { projectId }: { projectId: string }): Promise<CheckOfProject[]> {
  await requireMember(actor, projectId, 'project.read')
  const settings = await db.checkSetting.findMany({ where: { projectId } })
  const settingOf = new Map(settings.map((one) => [one.check, one]))
  const [open, outcomes, dismissals] = await Promise.all([
    countOpen(projectId),
    countOutcomes(projectId),
    db.dismissal.groupBy({ by: ['check'], where: { projectId, undoneAt: null }, _count: true }),
  ])
  return CHECK_IDS.map((check) => {
    const judged = {
      raised: outcomes.get(check)?.raised ?? 0,
      mended: outcomes.get(check)?.mended ?? 0,
      dismissed: dismissals.find((one) => one.check === check)?._count ?? 0,
    }
    const setting = settingOf.get(check)
    return {
      check,
      off: setting?.off ?? false,
      severity: (setting?.severity ?? null) as FindingSeverity | null,
      version: setting?.version ?? 0,
      open: open.get(check) ?? 0,
      ...judged,
      precision: precisionOf(judged),
    }
  })
}

async function countOpen(projectId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ check: string; open: number }[]>`
    SELECT f."check", count(*)::int AS open FROM "Finding" f
      JOIN "Segment" s ON s."id" = f."segmentId" AND s."position" IS NOT NULL
      JOIN "Document" x ON x."id" = f."documentId" AND x."deletedAt" IS NULL
    WHERE f."projectId" = ${projectId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Dismissal" d WHERE d."projectId" = f."projectId" AND d."key" = f."key" AND d."undoneAt" IS NULL
        AND (d."documentId" IS NULL OR d."documentId" = f."documentId") AND (d."segmentId" IS NULL OR d."segmentId" = f."segmentId"))
    GROUP BY f."check"`
  return new Map(rows.map(({ check, open }) => [check, open]))
}

/** A finding that was written down and then mended was right once. */
async function countOutcomes(projectId: string): Promise<Map<string, { raised: number; mended: number }>> {
  const rows = await db.$queryRaw<{ check: string; raised: number; mended: number }[]>`
    SELECT "check", sum(raised)::int AS raised, sum(1 - raised)::int AS mended FROM (
      SELECT "check", CASE WHEN bool_or("outcome" = 'raised') THEN 1 ELSE 0 END AS raised
      FROM "FindingOutcome" WHERE "projectId" = ${projectId}::uuid GROUP BY "check", "segmentId", "key"
    ) o GROUP BY "check"`
  return new Map(rows.map(({ check, ...counts }) => [check, counts]))
}

export type DismissalRow = {
  id: string
  check: string
  says: string
  values: Record<string, string | number>
  zhWords: string
  enWords: string
  scope: DismissalScope
  reason: DismissalReason
  note: string
  by: string
  at: string
  document: { id: string; title: string } | null
  segmentId: number | null
}

/** What people have dismissed in this project, the newest first. */
export async function listDismissals(
  actor: Actor,
  { projectId, check }: { projectId: string; check?: string },
): Promise<DismissalRow[]> {
  await requireMember(actor, projectId, 'project.read')
  const rows = await db.dismissal.findMany({
    where: { projectId, undoneAt: null, ...(check && { check }) },
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      id: true,
      check: true,
      says: true,
      values: true,
      zhWords: true,
      enWords: true,
      reason: true,
      note: true,
      createdAt: true,
      segmentId: true,
      document: { select: { id: true, title: true } },
      dismissed: { select: { user: { select: { name: true } } } },
    },
  })
  return rows.map(({ createdAt, dismissed, values, reason, ...row }) => ({
    ...row,
    values: values as DismissalRow['values'],
    reason: reason as DismissalReason,
    scope: row.segmentId !== null ? 'place' : row.document ? 'document' : 'project',
    by: dismissed.user.name,
    at: createdAt.toISOString(),
  }))
}
