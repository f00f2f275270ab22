import type { Actor } from '../auth/actor'
import { requireMember } from '../auth/require-member'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { TakeFindingInput } from '../register/input'
import { addToRegister } from '../register/take-entries'
import { touchTerms } from '../termbase/touch-terms'
import { entryOfFinding } from './entry-of-finding'
import { findFinding } from './find-finding'

/** Takes the words a finding marks into the register, as right: it is found no more, here or elsewhere in the project. */
export async function takeFinding(
  actor: Actor,
  { projectId, segmentId, key }: TakeFindingInput,
): Promise<{ forms: string[] }> {
  const member = await requireMember(actor, projectId, 'register.manage')
  return await db.$transaction(async (tx) => {
    await touchTerms(tx, projectId)
    const finding = await findFinding(tx, { projectId, segmentId, key })
    const entry = entryOfFinding(finding)
    if (!entry) throw new AppError('invalid', 'not-for-register')
    await addToRegister(tx, { projectId, memberId: member.id }, [entry])
    const titles = entry.titles.flatMap(({ zh, en }) => [...zh, ...en])
    const forms = [...entry.zh, ...entry.en, ...titles]
    await record(tx, actor, projectId, 'register.take', String(segmentId), {
      check: finding.check,
      kind: entry.kind,
      forms,
    })
    return { forms }
  })
}
