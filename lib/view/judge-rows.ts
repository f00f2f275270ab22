/**
 * What has to be computed from the texts: whether the numbers of a row agree, whether it pairs one sentence with one.
 * Judged once for each version of a row and kept in memory, so that asking again costs nothing.
 */

import { setTimeout } from 'node:timers/promises'
import { CHECKS, type CheckedSegment, runChecks } from '../bitext/check'
import { splitSentences } from '../bitext/sentences'
import { db } from '../db'
import { AppError } from '../errors'
import { longWork, readTexts, type TextRow } from './read-texts'

type Judgement = { zhVersion: number; enVersion: number; numbers: boolean; uneven: boolean }

/** Documents whose judgements are kept; the one not asked about for longest is forgotten first. */
const MOST_DOCUMENTS = 12

const known = new Map<string, Map<number, Judgement>>()

type Wish = { numbers: boolean; uneven: boolean }

/** Ids of the rows that answer to every wish. */
export async function judgeRows(projectId: string, documentId: string, wish: Wish): Promise<Set<number>> {
  const judged = await within(PATIENCE, judgeOnce(projectId, documentId))
  if (!judged) throw new AppError('invalid', 'rows-being-judged')
  const fitting = [...judged].filter(([, row]) => (!wish.numbers || row.numbers) && (!wish.uneven || row.uneven))
  return new Set(fitting.map(([id]) => id))
}

/** A long document takes a minute or two the first time. The work goes on while the person does something else. */
const PATIENCE = 12_000

async function within<Value>(time: number, work: Promise<Value>): Promise<Value | null> {
  const patience = new AbortController()
  const later = setTimeout(time, null, { signal: patience.signal, ref: false }).catch(() => null)
  return await Promise.race([work, later]).finally(() => patience.abort())
}

const running = new Map<string, Promise<Map<number, Judgement>>>()

/** Who asks while it is being judged waits for the same work. */
function judgeOnce(projectId: string, documentId: string): Promise<Map<number, Judgement>> {
  const under = running.get(documentId)
  if (under) return under
  const work = judgeDocument(projectId, documentId).finally(() => running.delete(documentId))
  // When nobody waits any longer, the next who asks begins anew and meets the error itself.
  work.catch(() => {})
  running.set(documentId, work)
  return work
}

async function judgeDocument(projectId: string, documentId: string): Promise<Map<number, Judgement>> {
  const before = known.get(documentId) ?? new Map<number, Judgement>()
  const now = new Map<number, Judgement>()
  const oneSided = (await db.source.count({ where: { documentId, projectId } })) < 2
  const work = longWork(Number.POSITIVE_INFINITY)
  let last: CheckedSegment | undefined
  try {
    for await (const rows of readTexts({ projectId, documentId })) {
      for (const [i, row] of rows.entries()) {
        const kept = before.get(row.id)
        const after = rows[i + 1]
        now.set(
          row.id,
          isSame(kept, row) ? kept : judge(row, { oneSided, before: last, after: after && checked(after) }),
        )
        last = checked(row)
        await work.breathe()
      }
    }
  } catch (error) {
    // What was judged before the time ran out is a start for the next try.
    remember(documentId, new Map([...before, ...now]))
    throw error
  }
  remember(documentId, now)
  return now
}

function remember(documentId: string, judged: Map<number, Judgement>): void {
  known.delete(documentId)
  known.set(documentId, judged)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_DOCUMENTS) return
    known.delete(oldest)
  }
}

function isSame(kept: Judgement | undefined, row: TextRow): kept is Judgement {
  return kept?.zhVersion === row.zhVersion && kept.enVersion === row.enVersion
}

function checked({ id, zh, en, kind, label }: TextRow): CheckedSegment {
  return { id: String(id), zh, en, kind, label }
}

// Every other check: only numbers are asked for here.
const OFF = CHECKS.map(({ id }) => id).filter((id) => id !== 'numerals')

function judge(
  row: TextRow,
  around: { oneSided: boolean; before?: CheckedSegment; after?: CheckedSegment },
): Judgement {
  const { oneSided, before, after } = around
  const findings = runChecks(checked(row), { off: OFF, oneSided, neighbours: { before, after } })
  const sentences = (['zh', 'en'] as const).map((side) => splitSentences(row[side], side).length)
  const { zhVersion, enVersion } = row
  return { zhVersion, enVersion, numbers: findings.length > 0, uneven: sentences.some((count) => count !== 1) }
}
