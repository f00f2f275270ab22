'use client'
import {
  AtSign,
  BookCheck,
  CalendarClock,
  CircleAlert,
  CircleX,
  ClipboardList,
  ClipboardPen,
  ClipboardX,
  Download,
  Inbox,
  type LucideIcon,
  Scale,
} from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/app/_ui/badge'
import { cx } from '@/app/_ui/cx'
import { tellNoticesRead } from '@/app/_ui/shell/notice-bell'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { Time } from '@/app/_ui/time'
import { useAction } from '@/app/_ui/use-action'
import type { NoticeRow } from '@/lib/notice/queries'
import type { NoticeKind } from '@/lib/notice/rules'
import { readNoticesHere } from './actions'

const ICONS: Record<NoticeKind, LucideIcon> = {
  mention: AtSign,
  assigned: ClipboardList,
  changed: ClipboardPen,
  withdrawn: ClipboardX,
  returned: Inbox,
  discrepancy: Scale,
  due: CalendarClock,
  overdue: CircleAlert,
  late: CircleAlert,
  published: BookCheck,
  export: Download,
  failed: CircleX,
}

const RED: NoticeKind[] = ['overdue', 'late', 'failed']

const ACTS: Record<string, TextKey> = {
  propose: 'notice.proposed',
  decide: 'notice.decided',
  verify: 'notice.verified',
  contest: 'notice.contested',
  reopen: 'notice.reopened',
  amend: 'notice.amended',
  'fall-back': 'notice.fellBack',
}

const SAYS: Record<Exclude<NoticeKind, 'discrepancy'>, TextKey> = {
  mention: 'notice.mention',
  assigned: 'notice.assigned',
  changed: 'notice.changed',
  withdrawn: 'notice.withdrawn',
  returned: 'notice.returned',
  due: 'notice.due',
  overdue: 'notice.overdue',
  late: 'notice.late',
  published: 'notice.published',
  export: 'notice.export',
  failed: 'notice.failed',
}

/** Opening one marks it as read. */
export function NoticeList({ notices }: { notices: NoticeRow[] }) {
  const t = useTexts()
  const read = useAction(readNoticesHere, { refresh: false })

  async function open({ id, read: already }: NoticeRow) {
    if (already) return
    if (await read.run({ upTo: id, only: true })) tellNoticesRead()
  }

  return (
    <ul className="card divide-y divide-line overflow-hidden" aria-label={t('notice.title')}>
      {notices.map((notice) => {
        const { id, kind, by, number, more, words, dueAt } = notice
        const Icon = ICONS[kind]
        const key = keyOf(notice)
        return (
          <li
            key={id}
            className={cx('relative flex gap-3 px-4 py-3 hover:bg-hover', !notice.read && 'bg-accent-soft/40')}
          >
            <Icon
              aria-hidden
              className={cx('mt-1 size-4 shrink-0', RED.includes(kind) ? 'text-danger' : 'text-ink-faint')}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <NoticeLink notice={notice} onOpen={() => void open(notice)}>
                  {t(key, { name: by ?? notice.whose, number: number ?? 0 })}
                  {more > 0 && ` ${t('notice.more', { count: more })}`}
                </NoticeLink>
                {!notice.read && <Badge>{t('notice.new')}</Badge>}
                <span className="text-ink-soft text-sm">
                  <Time at={notice.at} />
                </span>
              </p>
              {dueAt && (
                <p className="text-sm">
                  {t('notice.dueAt')} <Time at={dueAt} />
                </p>
              )}
              {words && <p className="mt-0.5 line-clamp-2 whitespace-pre-wrap break-words">{words}</p>}
              <p className="mt-0.5 break-words text-ink-soft text-sm">
                {notice.documentTitle} · {notice.projectName}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

type NoticeLinkProps = { notice: NoticeRow; onOpen: () => void; children: ReactNode }

/** A file is fetched by the browser itself: nothing may fetch it ahead. */
function NoticeLink({ notice, onOpen, children }: NoticeLinkProps) {
  const common = {
    href: hrefOf(notice),
    onClick: onOpen,
    className: cx(
      "rounded-sm after:absolute after:inset-0 after:content-[''] hover:underline",
      !notice.read && 'font-medium',
    ),
  }
  if (notice.kind === 'export')
    return (
      <a download {...common}>
        {children}
      </a>
    )
  return <Link {...common}>{children}</Link>
}

function keyOf({ kind, what, whose }: NoticeRow): TextKey {
  if (kind === 'late' && !whose) return 'notice.latePool'
  if (kind === 'discrepancy') return ACTS[what ?? ''] ?? 'notice.decided'
  return kind === 'returned' && what === 'decline' ? 'notice.declined' : SAYS[kind]
}

function hrefOf({ kind, projectId, documentId, segmentId, onNote, subject, number }: NoticeRow): string {
  if (kind === 'export') return `/api/projects/${projectId}/jobs/${subject}/file`
  if (kind === 'failed' || documentId === null) return `/projects/${projectId}`
  if (kind === 'returned' || kind === 'late') return `/projects/${projectId}/assignments`
  const review = `/projects/${projectId}/review/${documentId}`
  if (kind === 'published') return `${review}/editions/${number}`
  if (segmentId === null) return review
  const tab = kind === 'discrepancy' || onNote ? 'discrepancies' : kind === 'mention' ? 'comments' : null
  return `${review}?segment=${segmentId}${tab ? `&tab=${tab}` : ''}`
}
