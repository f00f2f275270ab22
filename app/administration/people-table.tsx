import { getTexts } from '@/app/_server/texts'
import { Badge } from '@/app/_ui/badge'
import { Name } from '@/app/_ui/name'
import { Table, Td, Th } from '@/app/_ui/table'
import { Time } from '@/app/_ui/time'
import type { PersonRow } from '@/lib/administration/list-people'
import { PersonMenu } from './person-menu'

export async function PeopleTable({ people, me }: { people: PersonRow[]; me: string }) {
  const t = await getTexts()
  return (
    <Table label={t('administration.people')}>
      <thead>
        <tr>
          <Th>{t('administration.person')}</Th>
          <Th>{t('administration.inProjects')}</Th>
          <Th>{t('administration.secondFactor')}</Th>
          <Th>{t('administration.lastSeen')}</Th>
          <Th>
            <span className="sr-only">{t('administration.title')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="hover:bg-hover">
            <Td className="min-w-60">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">
                  <Name of={person.name} />
                </span>
                {person.id === me && <span className="text-ink-faint">({t('administration.you')})</span>}
                {person.administrator && <Badge tone="accent">{t('administration.administrator')}</Badge>}
                {person.disabled && !person.anonymised && <Badge tone="danger">{t('administration.disabled')}</Badge>}
                {person.anonymised && <Badge>{t('farewell.badge')}</Badge>}
                {person.pending && !person.disabled && <Badge>{t('administration.pending')}</Badge>}
              </span>
              {!person.anonymised && <span className="block break-all text-ink-soft text-sm">{person.email}</span>}
            </Td>
            <Td className="tabular-nums">{person.projects}</Td>
            <Td>{t(person.secondFactor ? 'administration.on' : 'administration.off')}</Td>
            <Td className="whitespace-nowrap">
              {person.lastSeenAt ? <Time at={person.lastSeenAt} /> : t('administration.never')}
            </Td>
            <Td className="w-0">{!person.anonymised && <PersonMenu person={person} isMe={person.id === me} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
