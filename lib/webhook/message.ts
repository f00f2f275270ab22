/** What a message says of a deed: who, what, when, of which document, and where to look at it. */
import { db } from '../db'

export type WebhookMessage = {
  /** `concept.verb`, as in the audit log. */
  type: string
  /** ISO 8601. */
  timestamp: string
  data: {
    /** Of the link in the audit log. */
    number: number
    project: { id: string; name: string; url: string | null }
    document: { id: string; title: string; url: string | null } | null
    by: { id: string; name: string }
    /** The id of what was acted on. */
    subject: string | null
    detail: unknown
  }
}

type Deed = {
  action: string
  at: Date
  projectId: string
  projectName: string
  documentId: string | null
  title: string | null
  userId: string
  by: string
  subject: string | null
  detail: unknown
}

/** null when the link is no longer there, or belongs to no project. What retention has erased stays erased. */
export async function messageOf(number: bigint): Promise<WebhookMessage | null> {
  const [deed] = await db.$queryRaw<Deed[]>`
    SELECT l."action", l."at", l."projectId", p."name" AS "projectName", d."id" AS "documentId", d."title", l."userId",
      coalesce(u."name", '') AS "by", l."subject", l."detail"
    FROM "AuditLog" l JOIN "Project" p ON p."id" = l."projectId"
      LEFT JOIN "Document" d ON d."id" = l."documentId" AND d."projectId" = l."projectId" LEFT JOIN "User" u ON u."id" = l."userId"
    WHERE l."number" = ${number}`
  if (!deed) return null
  const { action, at, projectId, projectName, documentId, title, userId, by, subject, detail } = deed
  return {
    type: action,
    timestamp: at.toISOString(),
    data: {
      number: Number(number),
      project: { id: projectId, name: projectName, url: addressOf(`/projects/${projectId}`) },
      document: documentId && {
        id: documentId,
        title: title ?? '',
        url: addressOf(`/projects/${projectId}/review/${documentId}`),
      },
      by: { id: userId, name: by },
      subject,
      detail,
    },
  } as WebhookMessage
}

/** Where people reach the workbench is known only where it was said. */
export function addressOf(path: string): string | null {
  const base = process.env.NEXTAUTH_URL
  return base ? new URL(path, base).href : null
}
