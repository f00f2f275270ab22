/** Reads a document with everything an export or an edition says of it. */
import type { Actor } from '../auth/actor'
import type { BlockKind } from '../bitext/intake/block'
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from '../bitext/interchange/bitext-document'
import type { GoverningRule } from '../bitext/text'
import type { Transaction } from '../db'
import { listDiscrepancies } from '../discrepancy/queries'
import { AppError } from '../errors'

/** The document as it stands. */
export async function loadExport(
  tx: Transaction,
  actor: Actor,
  projectId: string,
  documentId: string,
): Promise<ExportedDocument> {
  const document = await tx.document.findFirst({
    where: { id: documentId, projectId, deletedAt: null },
    select: {
      id: true,
      title: true,
      governing: true,
      sources: { select: { side: true, fileName: true, address: true, sha256: true, receivedAt: true } },
    },
  })
  if (!document) throw new AppError('not-found', 'not-found')
  const segments = await loadSegments(tx, projectId, documentId)
  const discrepancies = await loadDiscrepancies(tx, actor, projectId, documentId)
  return {
    ...document,
    governing: document.governing as GoverningRule,
    exportedAt: new Date(),
    segments,
    discrepancies,
  }
}

async function loadSegments(tx: Transaction, projectId: string, documentId: string): Promise<ExportedSegment[]> {
  const rows = await tx.segment.findMany({
    where: { projectId, documentId, position: { not: null } },
    orderBy: { position: 'asc' },
    include: {
      revisions: {
        orderBy: { id: 'desc' },
        take: 1,
        select: { member: { select: { user: { select: { name: true } } } } },
      },
    },
  })
  return rows.map((segment, index) => ({
    id: String(segment.id),
    row: index + 1,
    kind: segment.kind as BlockKind,
    label: segment.label,
    zhParagraph: segment.zhParagraph,
    enParagraph: segment.enParagraph,
    zh: segment.zh,
    en: segment.en,
    ...(segment.turn === null ? {} : { turn: segment.turn }),
    speakerZh: segment.speakerZh,
    speakerEn: segment.speakerEn,
    status: segment.status,
    flags: [segment.stale && 'stale', segment.locked && 'locked', segment.moved && 'moved'].filter(
      (flag) => flag !== false,
    ),
    zhTail: segment.zhTail,
    enTail: segment.enTail,
    enOrder: segment.enOrder ?? undefined,
    changedAt: segment.changedAt ?? undefined,
    changedBy: segment.revisions[0]?.member.user.name,
  }))
}

async function loadDiscrepancies(
  tx: Transaction,
  actor: Actor,
  projectId: string,
  documentId: string,
): Promise<ExportedDiscrepancy[]> {
  const entries = await listDiscrepancies(actor, { projectId, documentId }, tx)
  const details = await tx.discrepancy.findMany({
    where: { projectId, documentId },
    select: {
      id: true,
      zhFrom: true,
      zhTo: true,
      enFrom: true,
      enTo: true,
      mendedBy: { select: { side: true, before: true } },
      segment: { select: { zh: true, en: true } },
    },
  })
  const byId = new Map(details.map((detail) => [detail.id, detail]))
  return entries.map((entry) => {
    const detail = byId.get(entry.id)
    return {
      number: entry.number,
      row: entry.row,
      type: entry.type,
      severity: entry.severity,
      state: entry.state,
      zh: quoted(entry.zhQuote, detail?.zhFrom, detail?.zhTo),
      en: quoted(entry.enQuote, detail?.enFrom, detail?.enTo),
      note: entry.note,
      raisedBy: entry.raisedBy,
      raisedAt: entry.raisedAt,
      decision: entry.decision,
      decisionNote: entry.decisionNote,
      legalEffect: entry.legalEffect,
      decidedBy: entry.decidedBy,
      decidedAt: entry.decidedAt,
      ...wasAndIs(entry, detail),
    }
  })
}

/** Words that are gone keep their quotation; an empty span at 0 says that they have no place any more. */
function quoted(quote: string, from: number | null | undefined, to: number | null | undefined) {
  return quote === '' ? null : { from: from ?? 0, to: to ?? 0, quote }
}

type Detail = {
  zhFrom: number | null
  zhTo: number | null
  enFrom: number | null
  enTo: number | null
  mendedBy: { side: 'zh' | 'en'; before: string } | null
  segment: { zh: string; en: string }
}

/** The marked words as they were, and what stands in their place now: nothing, where they are gone. Without a mark, the whole text. */
function wasAndIs(
  entry: { zhQuote: string; enQuote: string },
  detail: Detail | undefined,
): { was: string | null; is: string | null } {
  if (!detail?.mendedBy) return { was: null, is: null }
  const { side, before } = detail.mendedBy
  const text = detail.segment[side]
  const [from, to] = side === 'zh' ? [detail.zhFrom, detail.zhTo] : [detail.enFrom, detail.enTo]
  const was = side === 'zh' ? entry.zhQuote : entry.enQuote
  if (was === '') return { was: before, is: text }
  return { was, is: from === null || to === null ? '' : text.slice(from, to) }
}
