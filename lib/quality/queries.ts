/** What the page of quality shows: scores of the project, its documents and its people, and how far its readers agree. */
import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { can } from '../auth/roles'
import { db } from '../db'
import { agreementOf, type PairAgreement } from './agreement'
import {
  type EvaluatedNote,
  type EvaluatedRow,
  type Evaluation,
  grouped,
  readEvaluation,
  readersOf,
  translatorAt,
} from './evaluation'
import type { QualityInput } from './input'
import { DEFAULT_SETTINGS, type QualitySettings } from './rules'
import { type Scores, scoreRows } from './score'

export type Scored = Scores & { id: string; name: string }

export type Quality = {
  settings: QualitySettings
  /** 0: the defaults. */
  version: number
  project: Scored
  documents: (Scored & { allRows: number })[]
  people: Scored[]
  agreement: PairAgreement[]
}

export async function getQuality(actor: Actor, { projectId }: QualityInput): Promise<Quality> {
  const member = await requireMember(actor, projectId, 'project.read')
  const [kept, evaluation, documents, names] = await Promise.all([
    readSettings(projectId),
    readEvaluation(projectId),
    listCounted(projectId),
    listNames(projectId),
  ])
  const { settings, version } = kept
  const score = (id: string, name: string, rows: EvaluatedRow[], notes: EvaluatedNote[]) => ({
    id,
    name,
    ...scoreRows(rows, notes, settings),
  })
  const everyone = can(member.role, 'quality.manage')
  const concerns = (id: string) => everyone || id === member.id
  return {
    settings,
    version,
    project: score(projectId, '', evaluation.rows, evaluation.notes),
    documents: documents.map(({ id, title, allRows }) => ({
      ...score(
        id,
        title,
        evaluation.rows.filter(({ documentId }) => documentId === id),
        evaluation.notes.filter(({ documentId }) => documentId === id),
      ),
      allRows,
    })),
    people: [...workOf(evaluation)]
      .filter(([id]) => concerns(id))
      .map(([id, { rows, notes }]) => score(id, names.get(id) ?? '', rows, notes))
      .sort((one, other) => other.rows - one.rows),
    agreement: agreementOf(annotationsOf(evaluation))
      .filter(({ raters }) => raters.some(concerns))
      .map((pair) => ({ ...pair, raters: [names.get(pair.raters[0]) ?? '', names.get(pair.raters[1]) ?? ''] })),
  }
}

/** How the project scores; version 0 are the defaults. */
export async function readSettings(projectId: string): Promise<{ settings: QualitySettings; version: number }> {
  const kept = await db.qualitySetting.findUnique({ where: { projectId } })
  if (!kept) return { settings: DEFAULT_SETTINGS, version: 0 }
  const { unit, threshold, acceptable, failOnCritical, difficulty, version } = kept
  const purpose = kept.purpose as QualitySettings['purpose']
  return { settings: { unit, threshold, acceptable, failOnCritical, difficulty, purpose }, version }
}

/** Each translator with the evaluated rows they marked as translated and the notes raised on their words. */
function workOf({ rows, notes, steps }: Evaluation): Map<string, { rows: EvaluatedRow[]; notes: EvaluatedNote[] }> {
  const evaluated = new Map(rows.map((row) => [row.id, row]))
  const translator = translatorAt(steps)
  const work = new Map<string, { rows: Map<number, EvaluatedRow>; notes: EvaluatedNote[] }>()
  for (const { segmentId, memberId, to } of steps) {
    const row = evaluated.get(segmentId)
    if (to !== 'translated' || !row) continue
    const own = work.get(memberId) ?? { rows: new Map<number, EvaluatedRow>(), notes: [] }
    own.rows.set(segmentId, row)
    work.set(memberId, own)
  }
  for (const note of notes) work.get(translator(note.segmentId, note.raisedAt) ?? '')?.notes.push(note)
  return new Map([...work].map(([id, own]) => [id, { rows: [...own.rows.values()], notes: own.notes }]))
}

function annotationsOf(evaluation: Evaluation) {
  const raised = grouped(evaluation.notes, ({ segmentId, raisedById }) => `${segmentId} ${raisedById}`)
  return [...readersOf(evaluation)]
    .filter(([, readers]) => readers.size > 1)
    .flatMap(([segmentId, readers]) =>
      [...readers].map((rater) => ({
        rater,
        item: String(segmentId),
        marks: (raised.get(`${segmentId} ${rater}`) ?? []).map(markOf),
      })),
    )
}

function markOf({ type, severity, zhFrom, zhTo, enFrom, enTo }: EvaluatedNote) {
  const span = (from: number | null, to: number | null) => (from !== null && to !== null ? { from, to } : null)
  return { type, severity, zh: span(zhFrom, zhTo), en: span(enFrom, enTo) }
}

async function listCounted(projectId: string) {
  return await db.$queryRaw<{ id: string; title: string; allRows: number }[]>`
    SELECT d."id", d."title", (SELECT count(*)::int FROM "Segment" s
      WHERE s."documentId" = d."id" AND s."position" IS NOT NULL) AS "allRows"
    FROM "Document" d WHERE d."projectId" = ${projectId}::uuid AND d."deletedAt" IS NULL ORDER BY d."createdAt" DESC`
}

async function listNames(projectId: string): Promise<Map<string, string>> {
  const members = await db.member.findMany({
    where: { projectId },
    select: { id: true, user: { select: { name: true } } },
  })
  return new Map(members.map(({ id, user }) => [id, user.name]))
}
