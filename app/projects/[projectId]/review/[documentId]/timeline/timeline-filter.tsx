/** The choices of the timeline: a form that makes an address, so that a list can be sent to someone. */
import Link from 'next/link'
import { getTexts } from '@/app/_server/texts'
import { Button } from '@/app/_ui/button'
import { Field, Input, Select } from '@/app/_ui/field'
import { Name } from '@/app/_ui/name'
import { EVENT_KINDS } from '@/lib/revision/events'

type FilterProps = {
  members: { id: string; name: string }[]
  kind: string | undefined
  person: string | undefined
  until: string | undefined
  clear: string
}

export async function TimelineFilter({ members, kind, person, until, clear }: FilterProps) {
  const t = await getTexts()
  return (
    <form method="get" className="mb-8 flex flex-wrap items-end gap-3">
      <Field label={t('tracked.timeline-kind')} className="w-44">
        {(parts) => (
          <Select {...parts} name="kind" defaultValue={kind ?? ''} key={kind}>
            <option key="all" value="">
              {t('tracked.timeline-all')}
            </option>
            {EVENT_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`tracked.event-${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('tracked.timeline-person')} className="w-44">
        {(parts) => (
          <Select {...parts} name="person" defaultValue={person ?? ''} key={person}>
            <option key="all" value="">
              {t('tracked.everyone')}
            </option>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                <Name of={name} />
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('tracked.timeline-until')} className="w-40">
        {(parts) => <Input {...parts} type="date" name="until" defaultValue={until} key={until} />}
      </Field>
      <Button type="submit" className="h-10">
        {t('tracked.timeline-show')}
      </Button>
      {(kind || person || until) && (
        <Link href={clear} className="link flex h-10 items-center">
          {t('tracked.timeline-clear')}
        </Link>
      )}
    </form>
  )
}
