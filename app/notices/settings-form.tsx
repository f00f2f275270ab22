'use client'
import { type FormEvent, useSyncExternalStore } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Select } from '@/app/_ui/field'
import { Note } from '@/app/_ui/note'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useAction } from '@/app/_ui/use-action'
import type { MailByKind, NoticeKind, NoticeMail, NoticeSettings } from '@/lib/notice/rules'
import { NOTICE_KINDS, NOTICE_MAIL } from '@/lib/notice/rules'
import { changeNoticesHere } from './actions'

const KINDS: Record<NoticeKind, TextKey> = {
  mention: 'notice.kindMention',
  assigned: 'notice.kindAssigned',
  changed: 'notice.kindChanged',
  withdrawn: 'notice.kindWithdrawn',
  returned: 'notice.kindReturned',
  discrepancy: 'notice.kindDiscrepancy',
  due: 'notice.kindDue',
  overdue: 'notice.kindOverdue',
  late: 'notice.kindLate',
  published: 'notice.kindPublished',
  export: 'notice.kindExport',
  failed: 'notice.kindFailed',
}
const WAYS: Record<NoticeMail, TextKey> = { now: 'notice.now', daily: 'notice.daily', off: 'notice.off' }

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const never = () => () => {}

type SettingsFormProps = {
  settings: NoticeSettings
  /** Whether the person has said so; before that the zone of their browser is proposed. */
  chosen: boolean
  /** Without mail there is only the zone to say, in which dates are shown everywhere. */
  mail: boolean
}

export function SettingsForm({ settings, chosen, mail: mails }: SettingsFormProps) {
  const t = useTexts()
  const tell = useToast()
  const change = useAction(changeNoticesHere)
  const here = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => settings.zone,
  )
  const zone = chosen ? settings.zone : here
  const zones = [...new Set([zone, here, 'UTC', ...Intl.supportedValuesOf('timeZone')])]

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const zone = String(form.get('zone'))
    const mail = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, form.get(kind)])) as MailByKind
    const typed = mails
      ? { mail, zone, hour: Number(form.get('hour')) }
      : { mail: settings.mail, hour: settings.hour, zone }
    if (await change.run(typed)) tell(t('common.saved'))
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-5">
      {change.failure && <Note tone="danger">{change.failure.message}</Note>}
      <div className="grid w-full gap-4 sm:grid-cols-2">
        {mails && <MailFields settings={settings} />}
        <Field label={t('notice.zone')} className="sm:col-span-2">
          {(parts) => (
            <Select {...parts} key={zone} name="zone" defaultValue={zone}>
              {zones.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button type="submit" disabled={change.running}>
        {t('notice.save')}
      </Button>
    </form>
  )
}

function MailFields({ settings }: { settings: NoticeSettings }) {
  const t = useTexts()
  return (
    <>
      {NOTICE_KINDS.map((kind) => (
        <Field key={kind} label={t(KINDS[kind])}>
          {(parts) => (
            <Select {...parts} name={kind} defaultValue={settings.mail[kind]}>
              {NOTICE_MAIL.map((way) => (
                <option key={way} value={way}>
                  {t(WAYS[way])}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Field label={t('notice.hour')}>
        {(parts) => (
          <Select {...parts} name="hour" defaultValue={String(settings.hour)}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, '0')}:00`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}
