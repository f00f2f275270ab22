/**
 * What a first start puts into an empty database: an administrator without a password, and the sample project.
 * Safe to call at every start: what was seeded once, or deleted by a person since, does not come back.
 */

import { assignRange } from '../lib/assignment/assign-range'
import type { Actor } from '../lib/auth/actor'
import { ensureAdministrator } from '../lib/auth/ensure-administrator'
import { db } from '../lib/db'
import { raiseDiscrepancy } from '../lib/discrepancy/raise-discrepancy'
import { createDocument } from '../lib/document/create-document'
import { record } from '../lib/project/audit'
import { loadSample } from './sample'

const SEEDED = 'sample.seed'
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000

/** Answers the secret of the set-up link while no administrator has a password yet. */
export async function seedFirstStart(say: (message: string) => void): Promise<string | null> {
  const fresh = await ensureAdministrator()
  if (await isFirstStart()) {
    say('Putting the sample project in …')
    await seedSample(await firstAdministrator())
  }
  await db.$disconnect()
  return fresh?.setupSecret ?? null
}

async function isFirstStart(): Promise<boolean> {
  const [seeded, projects] = await Promise.all([db.auditEntry.count({ where: { action: SEEDED } }), db.project.count()])
  return seeded === 0 && projects === 0
}

async function firstAdministrator(): Promise<Actor> {
  const { id, name, email } = await db.user.findFirstOrThrow({
    where: { role: 'administrator' },
    orderBy: { createdAt: 'asc' },
  })
  return { userId: id, name, email, administrator: true }
}

async function seedSample(manager: Actor) {
  const { projectId, memberId } = await db.$transaction(async (tx) => {
    const project = await tx.project.create({ data: { name: 'Sample · 样例' } })
    const member = await tx.member.create({ data: { projectId: project.id, userId: manager.userId, role: 'manager' } })
    await record(tx, manager, project.id, SEEDED, project.id)
    return { projectId: project.id, memberId: member.id }
  })
  const sample = loadSample()
  const { documentId } = await createDocument(manager, {
    projectId,
    title: 'Sample press briefing · 新闻发布会样例',
    governing: 'prevails-zh',
    files: (['zh', 'en'] as const).map((side) => ({
      side,
      fileName: `briefing.${side}.txt`,
      address: '',
      bytes: new TextEncoder().encode(sample[side]),
    })),
    corrections: [],
  })
  await db.document.update({ where: { id: documentId }, data: { isSample: true } })
  await showHow(manager, projectId, documentId, memberId, sample)
}

/** One note already raised and one stretch of work, so that a newcomer sees what they look like. The rest is theirs to find. */
async function showHow(
  manager: Actor,
  projectId: string,
  documentId: string,
  memberId: string,
  { planted }: ReturnType<typeof loadSample>,
) {
  const rows = await db.segment.findMany({
    where: { documentId, position: { not: null } },
    orderBy: { position: 'asc' },
  })
  const example = planted.find(({ type, zh, en }) => type === 'number' && zh !== null && en !== null)
  const row = example && rows.find(({ zh, en }) => zh.includes(example.zh ?? '') && en.includes(example.en ?? ''))
  if (example?.zh && example.en && row) {
    await raiseDiscrepancy(manager, {
      projectId,
      segmentId: row.id,
      type: example.type,
      severity: example.severity,
      zh: mark(row.zh, example.zh),
      en: mark(row.en, example.en),
      note: example.note,
    })
  }
  const open = rows.filter((candidate) => !candidate.locked)
  await assignRange(manager, {
    projectId,
    documentId,
    memberId,
    fromSegmentId: open[0].id,
    toSegmentId: open[open.length - 1].id,
    step: 'revise',
    poolRole: null,
    dueAt: new Date(Date.now() + TWO_DAYS),
    zone: 'UTC',
    instruction: `Compare the two texts row by row. ${planted.length} discrepancies were planted in this sample.`,
  })
}

function mark(text: string, quote: string) {
  const from = text.indexOf(quote)
  return { from, to: from + quote.length, quote }
}
