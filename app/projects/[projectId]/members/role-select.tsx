'use client'
import { useState } from 'react'
import { Select } from '@/app/_ui/field'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import { MEMBER_ROLES, type MemberRole } from '@/lib/auth/roles'
import { changeMemberRoleHere } from './actions'

type RoleSelectProps = { projectId: string; memberId: string; name: string; role: MemberRole }

/** Saves on change; when that is refused, the list says the old role again. */
export function RoleSelect({ projectId, memberId, name, role }: RoleSelectProps) {
  const t = useTexts()
  const tell = useToast()
  const change = useTold(changeMemberRoleHere)
  const [wanted, setWanted] = useState<MemberRole | null>(null)

  async function choose(next: MemberRole) {
    setWanted(next)
    const done = await change.run({ projectId, memberId, role: next })
    if (done) {
      const { returned } = done.value
      const changed = t('project.roleChanged', { name, role: t(ROLE_NAMES[next]) })
      tell(returned > 0 ? `${changed} ${t('project.workReturned', { count: returned })}` : changed)
    }
    setWanted(null)
  }

  return (
    <Select
      aria-label={t('project.roleOf', { name })}
      value={wanted ?? role}
      disabled={change.running}
      onChange={(event) => choose(event.target.value as MemberRole)}
    >
      {MEMBER_ROLES.map((one) => (
        <option key={one} value={one}>
          {t(ROLE_NAMES[one])}
        </option>
      ))}
    </Select>
  )
}
