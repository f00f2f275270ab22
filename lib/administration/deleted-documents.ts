import type { Actor } from '../auth/actor'
import { db } from '../db'
import { AppError } from '../errors'
import { record } from '../project/audit'
import type { DocumentInput } from './input'
import { requireAdministrator } from './require-administrator'
import { goesAt } from './rules'

export type DeletedDocument = {
  id: string
  title: string
  project: string
  deletedAt: Date
  /** null: never, for it was published, and its editions stay to be read. */
  goesAt: Date | null
}

/** Documents that were deleted and can still be brought back, those that go first at the top. */
export async function listDeletedDocuments(actor: Actor): Promise<DeletedDocument[]> {
  requireAdministrator(actor)
  const documents = await db.document.findMany({
    where: { deletedAt: { not: null }, project: { deletedAt: null } },
    orderBy: { deletedAt: 'asc' },
    take: 500,
    select: {
      id: true,
      title: true,
      deletedAt: true,
      project: { select: { name: true } },
      _count: { select: { editions: true } },
    },
  })
  return documents.map(({ project, deletedAt, _count, ...document }) => {
    const at = deletedAt ?? new Date()
    return { ...document, project: project.name, deletedAt: at, goesAt: _count.editions > 0 ? null : goesAt(at) }
  })
}

/** Brings a document back to where it was, with everything that hangs on it. */
export async function bringDocumentBack(actor: Actor, { documentId }: DocumentInput): Promise<void> {
  requireAdministrator(actor)
  await db.$transaction(async (tx) => {
    const [document] = await tx.document.updateManyAndReturn({
      where: { id: documentId, deletedAt: { not: null } },
      data: { deletedAt: null, deletedById: null },
      select: { projectId: true },
    })
    if (!document) throw new AppError('conflict', 'changed-meanwhile')
    await record(tx, actor, document.projectId, 'document.restore', documentId)
  })
}
