/** A document whose findings are computed, and edits of it. */
import { db } from '../../lib/db'
import { listFindings } from '../../lib/finding/queries'
import { refreshFindings } from '../../lib/finding/refresh-findings'
import { recordEdit } from '../../lib/revision/record-edit'
import { type World, world } from '../support/world'

type Document = Awaited<ReturnType<World['document']>>

export async function begin(rows: [string, string][]) {
  const w = await world({ fourEyes: false })
  const made = await w.document(rows)
  const at = { projectId: w.projectId, documentId: made.documentId }
  await refreshFindings(at)
  const list = async () => (await listFindings(w.manager, { ...at, ids: made.ids })).findings
  return { w, at, made, list }
}

export async function edit(w: World, made: Document, row: number, text: string) {
  const { enVersion } = await db.segment.findUniqueOrThrow({ where: { id: made.ids[row]! } })
  await recordEdit(w.manager, {
    projectId: w.projectId,
    segmentId: made.ids[row]!,
    side: 'en',
    text,
    seenVersion: enVersion,
    kind: 'edit',
  })
}

export const WRONG: [string, string] = ['去年共有183.7亿元。', 'Last year the total was 1.837 billion yuan.']
export const FINE: [string, string] = ['天气很好。', 'The weather is fine.']
