/** Comments that wait for me: who named me or answered me, and the way there. Opened, they are read. */
import { AtSign, MessageSquareReply } from 'lucide-react'
import Link from 'next/link'
import type { MentionRow } from '@/lib/comment/queries'
import { getTexts } from './_server/texts'
import { Section } from './_ui/page'
import { Time } from './_ui/time'

export async function MentionList({ mentions }: { mentions: MentionRow[] }) {
  const t = await getTexts()
  if (mentions.length === 0) return null
  return (
    <Section title={t('comment.for-you')}>
      <ul className="card divide-y divide-line overflow-hidden">
        {mentions.map(({ commentId, projectId, documentId, segmentId, by, body, named, onNote, ...row }) => (
          <li key={commentId} className="relative flex gap-3 px-4 py-3 hover:bg-hover">
            {named ? (
              <AtSign aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
            ) : (
              <MessageSquareReply aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            )}
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <Link
                  data-work
                  href={`/projects/${projectId}/review/${documentId}?segment=${segmentId}&tab=${onNote ? 'discrepancies' : 'comments'}`}
                  className="rounded-sm font-medium after:absolute after:inset-0 after:content-[''] hover:underline"
                >
                  {t(named ? 'comment.names-you' : 'comment.answers-you', { name: by })}
                </Link>
                <span className="text-ink-soft text-sm">
                  <Time at={row.at} />
                </span>
              </p>
              <p className="mt-0.5 line-clamp-2 whitespace-pre-wrap break-words">{body}</p>
              <p className="mt-0.5 break-words text-ink-soft text-sm">
                {row.documentTitle} · {row.projectName}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
