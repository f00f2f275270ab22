/** Who is in the project, and as what. */
import { getLocale, getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { sayDays } from '@/app/_ui/say-days'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { Time } from '@/app/_ui/time'
import type { AbsenceRow } from '@/lib/absence/queries'
import type { MemberRow } from '@/lib/project/queries'
import { MemberMenu } from './member-menu'
import { RoleSelect } from './role-select'

type MemberListProps = {
  projectId: string
  members: MemberRow[]
  /** Days away by member; a manager's to see. */
  away: ReadonlyMap<string, AbsenceRow[]>
  /** The reader's own member id. */
  me: string
  manages: boolean
  administrator: boolean
}

export async function MemberList({ projectId, members, away, me, manages, administrator }: MemberListProps) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  const textOf = ({ reason, ...days }: AbsenceRow) =>
    t(reason ? 'absence.awayWhy' : 'absence.away', { days: sayDays(locale, days), reason })
  return (
    <ul className="card divide-y divide-line">
      {members.map((member) => {
        const { id, name, email, role, pending, since } = member
        return (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_10rem_auto]"
          >
            <div className="col-span-2 min-w-0 sm:col-span-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="break-words font-medium">{name}</span>
                {id === me && <Badge>{t('project.you')}</Badge>}
                {pending && (
                  <Badge tone="warn" title={t('project.pendingHint')}>
                    {t('project.pending')}
                  </Badge>
                )}
              </p>
              <p className="break-all text-ink-soft text-sm">{email}</p>
              <p className="text-ink-faint text-sm">
                {t('project.since')} <Time at={since} show="day" />
              </p>
              {away.get(id)?.map((absence) => (
                <p key={absence.id} className="break-words text-sm">
                  {textOf(absence)}
                </p>
              ))}
            </div>
            {manages ? (
              <RoleSelect projectId={projectId} memberId={id} name={name} role={role} />
            ) : (
              <p>{t(ROLE_NAMES[role])}</p>
            )}
            {manages && (
              <MemberMenu
                projectId={projectId}
                memberId={id}
                name={name}
                isMe={id === me}
                mayRenewLink={id !== me && (pending || administrator)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
