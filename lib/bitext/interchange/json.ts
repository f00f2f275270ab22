/** Writes everything an export knows as JSON: the keys and their order stay as they are under one `version`. */
import type { ExportedDiscrepancy, ExportedDocument, ExportedSegment } from './bitext-document'

const VERSION = 1

export function toJson(document: ExportedDocument): string {
  const { id, title, governing, exportedAt, sources, segments, discrepancies } = document
  const content = {
    format: 'duizhao-document',
    version: VERSION,
    id,
    title,
    governing,
    exportedAt,
    sources: sources.map(({ side, fileName, address, sha256, receivedAt }) => ({
      side,
      fileName,
      address,
      sha256,
      receivedAt,
    })),
    segments: segments.map(segmentInOrder),
    discrepancies: discrepancies.map(discrepancyInOrder),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

// Written out, so that neither the order of a query's columns nor a new one of its own changes the file.
function segmentInOrder(segment: ExportedSegment) {
  const { id, row, kind, label, zh, en, zhTail, enTail, zhParagraph, enParagraph } = segment
  const { speakerZh, speakerEn, status, flags, changedAt = null, changedBy = null } = segment
  const texts = { zh, en, zhTail, enTail, zhParagraph, enParagraph }
  return { id, row, kind, label, ...texts, speakerZh, speakerEn, status, flags, changedAt, changedBy }
}

function discrepancyInOrder(discrepancy: ExportedDiscrepancy) {
  const { number, row, type, severity, state, zh, en, note, raisedBy, raisedAt } = discrepancy
  const { decision, decisionNote, legalEffect, decidedBy, decidedAt, was, is } = discrepancy
  const raised = { number, row, type, severity, state, zh: marked(zh), en: marked(en), note, raisedBy, raisedAt }
  return { ...raised, decision, decisionNote, legalEffect, decidedBy, decidedAt, was, is }
}

function marked(words: ExportedDiscrepancy['zh']) {
  return words && { from: words.from, to: words.to, quote: words.quote }
}
