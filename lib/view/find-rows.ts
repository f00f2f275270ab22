import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db, Prisma } from '../db'
import { listFoundRows } from '../finding/list-found-rows'
import type { FindInput } from './input'
import { listUnevenRows } from './judge-rows'
import { longWork, mayHold, readTexts } from './read-texts'
import { searchOf, sidesIn } from './search-of'

/** Ids in the order of the document; for each how often the words occur in it (1 where no words were sought). */
export type Found = { ids: number[]; places: number[] }

/** The rows only the server can find: by their words, by who worked on them, by their notes and numbers. Conditions add up. */
export async function findRows(actor: Actor, { projectId, documentId, sought }: FindInput): Promise<Found> {
  await requireMember(actor, projectId, 'project.read')
  const where = conditionsOf(sought, documentId)
  const found =
    sought.text === ''
      ? await idsWhere(projectId, documentId, where)
      : await findText(projectId, documentId, sought, where)
  const numbers = sought.numbers ? await listFoundRows({ projectId, documentId }, 'numerals') : null
  const uneven = sought.uneven ? await listUnevenRows(projectId, documentId) : null
  if (!numbers && !uneven) return found
  return keep(found, (id) => (numbers?.has(id) ?? true) && (uneven?.has(id) ?? true))
}

type Sought = FindInput['sought']

function keep({ ids, places }: Found, wanted: (id: number) => boolean): Found {
  return { ids: ids.filter(wanted), places: places.filter((_, i) => wanted(ids[i]!)) }
}

async function idsWhere(projectId: string, documentId: string, where: Prisma.Sql): Promise<Found> {
  const [row] = await db.$queryRaw<{ ids: number[] | null }[]>`
    SELECT array_agg(s."id" ORDER BY s."position") AS ids
    FROM "Segment" s JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
    WHERE s."documentId" = ${documentId}::uuid AND s."projectId" = ${projectId}::uuid AND s."position" IS NOT NULL AND ${where}`
  const ids = row?.ids ?? []
  return { ids, places: ids.map(() => 1) }
}

async function findText(projectId: string, documentId: string, sought: Sought, where: Prisma.Sql): Promise<Found> {
  const search = searchOf(sought)
  const sides = sidesIn(sought.in)
  const work = longWork()
  const found: Found = { ids: [], places: [] }
  for await (const rows of readTexts({
    projectId,
    documentId,
    where: Prisma.sql`${mayHold(search, sides)} AND ${where}`,
  })) {
    for (const row of rows) {
      await work.breathe()
      const places = sides.reduce((sum, side) => sum + search.placesIn(row[side]).length, 0)
      if (places === 0) continue
      found.ids.push(row.id)
      found.places.push(places)
    }
  }
  return found
}

/** Small sets first: who changed a row and what notes it has is looked up once for the document, not once a row. */
function conditionsOf({ person, did, note, speaker, work, finding }: Sought, documentId: string): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (person !== null) conditions.push(didIt(person, did, documentId))
  if (speaker !== '') conditions.push(Prisma.sql`(s."speakerZh" = ${speaker} OR s."speakerEn" = ${speaker})`)
  if (work !== null)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "Assignment" a WHERE a."id" = ${work}::uuid AND a."documentId" = ${documentId}::uuid
        AND s."position" BETWEEN a."fromPosition" AND a."toPosition")`,
    )
  if (note !== null) {
    const type = note === 'any' ? Prisma.sql`true` : Prisma.sql`n."type" = ${note}`
    conditions.push(
      Prisma.sql`s."id" IN (SELECT n."segmentId" FROM "Discrepancy" n WHERE n."documentId" = ${documentId}::uuid AND ${type})`,
    )
  }
  if (finding !== null) conditions.push(hasFinding(finding, documentId))
  return Prisma.join(conditions, ' AND ')
}

/** As the findings are kept: of checks that are on, and dismissed neither here nor for the document or the project. */
function hasFinding(check: string, documentId: string): Prisma.Sql {
  return Prisma.sql`s."id" IN (
    SELECT f."segmentId" FROM "Finding" f LEFT JOIN "CheckSetting" c ON c."projectId" = f."projectId" AND c."check" = f."check"
    WHERE f."documentId" = ${documentId}::uuid AND NOT coalesce(c."off", false)
      AND ${check === 'any' ? Prisma.sql`true` : Prisma.sql`f."check" = ${check}`}
      AND NOT EXISTS (SELECT 1 FROM "Dismissal" d WHERE d."projectId" = f."projectId" AND d."key" = f."key" AND d."undoneAt" IS NULL
        AND (d."documentId" IS NULL OR d."documentId" = f."documentId") AND (d."segmentId" IS NULL OR d."segmentId" = f."segmentId")))`
}

function didIt(person: string, did: Sought['did'], documentId: string): Prisma.Sql {
  if (did === 'translated') return Prisma.sql`s."translatedBy" = ${person}::uuid`
  if (did === 'revised') return Prisma.sql`s."revisedBy" = ${person}::uuid`
  if (did === 'reviewed') return Prisma.sql`s."reviewedBy" = ${person}::uuid`
  return Prisma.sql`s."id" IN (
    SELECT last."segmentId" FROM (
      SELECT DISTINCT ON (r."segmentId") r."segmentId", r."memberId" FROM "Revision" r
        JOIN "Segment" of_document ON of_document."id" = r."segmentId"
      WHERE of_document."documentId" = ${documentId}::uuid ORDER BY r."segmentId", r."id" DESC
    ) last WHERE last."memberId" = ${person}::uuid)`
}
