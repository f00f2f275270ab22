/** lib/auth/roles.ts as a table: what is shown here is what the commands ask. */
import { Check } from 'lucide-react'
import { getTexts } from '@/app/_server/texts'
import { Table, Td, Th } from '@/app/_ui/table'
import { ROLE_NAMES } from '@/app/_ui/texts/names'
import { can, MEMBER_ROLES, PERMISSIONS, type Permission } from '@/lib/auth/roles'

export async function RolesTable() {
  const t = await getTexts()
  return (
    <Table label={t('project.rolesTitle')} className="text-sm">
      <thead>
        <tr>
          <Th>{t('project.permission')}</Th>
          {MEMBER_ROLES.map((role) => (
            <Th key={role} className="!px-2 text-center">
              {t(ROLE_NAMES[role])}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(PERMISSIONS) as Permission[]).map((permission) => (
          <tr key={permission}>
            <th scope="row" className="min-w-56 border-line border-t px-4 py-2 text-left font-normal">
              {t(`project.permission.${permission}`)}
            </th>
            {MEMBER_ROLES.map((role) => (
              <Td key={role} className="!px-2 !py-2 text-center">
                {can(role, permission) ? (
                  <>
                    <Check aria-hidden className="mx-auto size-4 text-ok" />
                    <span className="sr-only">{t('project.allowed')}</span>
                  </>
                ) : (
                  <>
                    <span aria-hidden className="text-ink-faint">
                      –
                    </span>
                    <span className="sr-only">{t('project.notAllowed')}</span>
                  </>
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
