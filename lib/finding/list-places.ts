import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import type { ListPlacesInput } from './input'
import type { FindingPlaces } from './places'
import { readFreshness } from './queries'
import { CHECK_IDS, FINDING_SEVERITIES } from './rules'
import { standing } from './standing'

/** More than this many nobody goes through; they are noise of a check to be switched off. */
const MOST = 100_000

type Columns = Pick<FindingPlaces, 'segments' | 'checks' | 'looks'> & { count: number }

/** Where in the document the checks find something. */
export async function listPlaces(actor: Actor, input: ListPlacesInput): Promise<FindingPlaces> {
  const { projectId, documentId } = input
  await requireMember(actor, projectId, 'project.read')
  const freshness = await readFreshness(input)
  const { from, order, severity, raised } = standing(projectId, documentId)
  // Three values for all rows: as rows of their own a hundred thousand take the driver a second.
  const [columns] = await db.$queryRaw<[Columns]>`
    WITH places AS (
      SELECT f."segmentId", array_position(${[...CHECK_IDS]}::text[], f."check") - 1 AS "checkAt",
        array_position(${[...FINDING_SEVERITIES]}::text[], ${severity}) - 1
          + CASE WHEN d."id" IS NULL THEN 0 ELSE 4 END + CASE WHEN ${raised} THEN 8 ELSE 0 END AS look,
        row_number() OVER (ORDER BY ${order}) AS nth
      ${from}
    )
    SELECT coalesce(json_agg("segmentId" ORDER BY nth) FILTER (WHERE nth <= ${MOST}), '[]') AS segments,
      coalesce(json_agg("checkAt" ORDER BY nth) FILTER (WHERE nth <= ${MOST}), '[]') AS checks,
      coalesce(json_agg(look ORDER BY nth) FILTER (WHERE nth <= ${MOST}), '[]') AS looks,
      count(*)::int AS count
    FROM places`
  const { count, ...places } = columns
  return { ...freshness, ...places, left: Math.max(0, count - MOST) }
}
