/** What waits for me besides my assignments, by document, each with the way there. */
import { CircleHelp, Gavel, History, type LucideIcon, MessageSquareDiff, PencilLine, ShieldCheck } from 'lucide-react'
import Link from 'next/link'
import type { WaitingKind, WaitingRow } from '@/lib/assignment/list-waiting'
import { getTexts } from './_server/texts'
import { Section } from './_ui/page'

const ICONS: Record<WaitingKind, LucideIcon> = {
  suggestion: MessageSquareDiff,
  stale: History,
  decide: Gavel,
  mend: PencilLine,
  verify: ShieldCheck,
  disputed: CircleHelp,
}

/** What is disputed stands apart: it may wait for somebody else. */
export async function WaitingList({ waiting }: { waiting: WaitingRow[] }) {
  const t = await getTexts()
  const disputed = waiting.filter(({ kind }) => kind === 'disputed')
  const forMe = waiting.filter(({ kind }) => kind !== 'disputed')
  return (
    <>
      {forMe.length > 0 && (
        <Section title={t('assignment.waitingForMe')} className="!mb-6">
          <Lines rows={forMe} />
        </Section>
      )}
      {disputed.length > 0 && (
        <Section title={t('assignment.disputed')} className="!mb-6">
          <Lines rows={disputed} />
        </Section>
      )}
    </>
  )
}

async function Lines({ rows }: { rows: WaitingRow[] }) {
  const t = await getTexts()
  return (
    <ul className="card divide-y divide-line overflow-hidden">
      {rows.map((row) => {
        const Icon = ICONS[row.kind]
        return (
          <li key={`${row.kind} ${row.documentId}`} className="relative flex gap-3 px-4 py-3 hover:bg-hover">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1">
              <Link
                data-work
                href={addressOf(row)}
                className="rounded-sm font-medium after:absolute after:inset-0 after:content-[''] hover:underline"
              >
                {t(`assignment.waits.${row.kind}`, { count: row.count })}
              </Link>
              <p className="break-words text-ink-soft text-sm">
                {row.documentTitle} · {row.projectName}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** The filter that shows just these, where there is one; else the first of them. */
const FILTERS: Record<WaitingKind, string> = {
  suggestion: 'suggested=1',
  stale: 'stale=1',
  decide: 'open=1&tab=discrepancies',
  mend: 'note=any&tab=discrepancies',
  verify: 'note=any&tab=discrepancies',
  disputed: 'open=1&tab=discrepancies',
}

function addressOf({ kind, projectId, documentId, firstSegmentId, given }: WaitingRow): string {
  const mine = given ? '&mine=1' : ''
  return `/projects/${projectId}/review/${documentId}?${FILTERS[kind]}${mine}&segment=${firstSegmentId}`
}
