/** Documents that were deleted after they had been published: their editions stay. */
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Section } from '@/app/_ui/page'
import { Time } from '@/app/_ui/time'
import type { KeptEditions as Kept } from '@/lib/edition/queries'

export async function KeptEditions({ projectId, kept }: { projectId: string; kept: readonly Kept[] }) {
  const t = await getTexts()
  if (kept.length === 0) return null
  return (
    <Section title={t('edition.kept')} className="mt-10">
      <p className="mb-3 max-w-prose text-ink-soft">{t('edition.keptLead')}</p>
      <ul className="card divide-y divide-line">
        {kept.map(({ documentId, title, editions, deletedAt }) => (
          <li key={documentId} className="flex flex-wrap items-baseline gap-x-3 p-4">
            <Link
              className="link break-words font-medium"
              href={`/projects/${projectId}/review/${documentId}/editions`}
            >
              {title}
            </Link>
            <span className="text-ink-soft text-sm">
              {t('edition.keptCount', { count: editions })} · {t('edition.keptDeleted')} <Time at={deletedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
