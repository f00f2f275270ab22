/** What of the log is shown: a plain form, so that every view of it has an address. */
import { getTexts } from '@/app/_server/texts'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Field, Input, Select } from '@/app/_ui/field'
import { Name } from '@/app/_ui/name'
import type { AuditChoices } from '@/lib/audit/queries'
import { conceptName } from './concept-name'

export type AuditQuery = Partial<Record<'userId' | 'action' | 'documentId' | 'from' | 'to', string>>

export async function AuditFilterForm({
  query,
  choices,
  path,
}: {
  query: AuditQuery
  choices: AuditChoices
  path: string
}) {
  const t = await getTexts()
  const concepts = [...new Set(choices.actions.map((action) => action.split('.')[0]))]
  return (
    <form method="get" action={path} className="mb-6 flex flex-wrap items-end gap-4">
      <Field label={t('audit.person')} className="min-w-40">
        {(parts) => (
          <Select {...parts} name="userId" defaultValue={query.userId ?? ''}>
            <option value="">{t('audit.anyone')}</option>
            {choices.people.map(({ id, name }) => (
              <option key={id} value={id}>
                <Name of={name} />
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('audit.act')} className="min-w-40">
        {(parts) => (
          <Select {...parts} name="action" defaultValue={query.action ?? ''}>
            <option value="">{t('audit.anything')}</option>
            {concepts.map((concept) => (
              <option key={concept} value={concept}>
                {conceptName(t, concept)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('audit.document')} className="w-64 max-w-full">
        {(parts) => (
          <Select {...parts} name="documentId" defaultValue={query.documentId ?? ''}>
            <option value="">{t('audit.anyDocument')}</option>
            {choices.documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('audit.from')}>
        {(parts) => <Input {...parts} type="date" name="from" defaultValue={query.from} />}
      </Field>
      <Field label={t('audit.to')}>
        {(parts) => <Input {...parts} type="date" name="to" defaultValue={query.to} />}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary">
          {t('audit.show')}
        </Button>
        {Object.keys(query).length > 0 && <ButtonLink href={path}>{t('audit.clear')}</ButtonLink>}
      </div>
    </form>
  )
}
