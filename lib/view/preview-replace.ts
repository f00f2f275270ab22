import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import type { Side } from '../bitext/text'
import { db, Prisma } from '../db'
import { findGoverningSide } from '../segment/find-governing-side'
import { idsIn } from '../segment/row-ranges'
import type { PreviewReplaceInput } from './input'
import { longWork, mayHold, readTexts } from './read-texts'
import { type ReplaceRefusal, refuseInPassing } from './rules'
import { searchOf, sidesIn } from './search-of'

/**
 * Every place the words stand in: `ids` with the number of places on each side that may be replaced, in the order of the
 * document. The texts themselves are fetched as they come into view; the screen has the same engine and shows each change.
 */
export type ReplacePreview = {
  ids: number[]
  zh: number[]
  en: number[]
  /** Places that are left as they are, by the reason. */
  refused: Partial<Record<ReplaceRefusal, number>>
  snapshot: string
}

export async function previewReplace(actor: Actor, input: PreviewReplaceInput): Promise<ReplacePreview> {
  const { projectId, documentId, query, rows } = input
  await requireMember(actor, projectId, 'segment.edit')
  const governing = await findGoverningSide(projectId, documentId)
  const search = searchOf(query)
  const sides = sidesIn(query.in)
  // Before the texts are read: what changes while they are being read is found changed.
  const [{ snapshot }] = await db.$queryRaw<[{ snapshot: string }]>`SELECT pg_current_snapshot()::text AS snapshot`
  const preview: ReplacePreview = { ids: [], zh: [], en: [], refused: {}, snapshot }
  const among = rows ? Prisma.sql`s."id" = ANY(${idsIn(rows)}::int[])` : Prisma.sql`true`
  const work = longWork()
  for await (const stretch of readTexts({
    projectId,
    documentId,
    where: Prisma.sql`${mayHold(search, sides)} AND ${among}`,
  })) {
    for (const row of stretch) {
      await work.breathe()
      const places = { zh: 0, en: 0 }
      for (const side of sides) {
        const count = search.placesIn(row[side]).length
        const why = refuseInPassing(row, side, governing)
        if (why === null) places[side] = count
        else if (count > 0) preview.refused[why] = (preview.refused[why] ?? 0) + count
      }
      if (places.zh + places.en > 0) add(preview, row.id, places)
    }
  }
  return preview
}

function add(preview: ReplacePreview, id: number, places: Record<Side, number>) {
  preview.ids.push(id)
  preview.zh.push(places.zh)
  preview.en.push(places.en)
}
