/** What holds the work up, each with the way to where it is mended. */
import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import type { Block, BlockKind } from '@/lib/progress/blocks'

type Way = (at: { project: string; document: string | null }) => string

const inReview =
  (query: string): Way =>
  ({ project, document }) =>
    document ? `${project}/review/${document}${query}` : project

const WAYS: Record<BlockKind, Way> = {
  overdue: ({ project }) => `${project}/assignments`,
  critical: ({ project }) => `${project}/discrepancies?severity=critical`,
  issuer: ({ project }) => `${project}/discrepancies?state=decided`,
  stale: inReview('?stale=1'),
  suggestions: inReview('?suggested=1'),
  'own-work': ({ project }) => `${project}/assignments`,
  unassigned: ({ project }) => `${project}/assignments`,
}

export async function BlockList({ projectId, blocks }: { projectId: string; blocks: readonly Block[] }) {
  const t = await getTexts()
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {blocks.map(({ kind, count, documentId }) => (
        <li key={kind} className="card flex items-start gap-2.5 px-4 py-3">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <Link className="link" href={WAYS[kind]({ project: `/projects/${projectId}`, document: documentId })}>
            {t(`progress.block_${kind}`, { count })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
