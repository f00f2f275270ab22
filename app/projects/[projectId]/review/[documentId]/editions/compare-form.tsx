/** Chooses any two editions to be held against each other. A plain form: what is compared stands in the address. */
import { getLocale, getTexts } from '@/app/_server/texts'
import { Button } from '@/app/_ui/button'
import { Field, Select } from '@/app/_ui/field'
import type { EditionRow } from '@/lib/edition/queries'

type CompareFormProps = { address: string; editions: readonly EditionRow[]; older: number; newer: number }

export async function CompareForm({ address, editions, older, newer }: CompareFormProps) {
  const [t, locale] = await Promise.all([getTexts(), getLocale()])
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const choices = [
    { name: 'older', label: t('edition.compareOlder'), chosen: older },
    { name: 'newer', label: t('edition.compareNewer'), chosen: newer },
  ]
  return (
    <form action={address} className="card mb-8 flex flex-wrap items-end gap-4 p-4">
      {choices.map(({ name, label, chosen }) => (
        <Field key={name} label={label} className="min-w-48 flex-1">
          {(parts) => (
            <Select {...parts} name={name} defaultValue={chosen}>
              {editions.map(({ number, publishedAt }) => (
                <option key={number} value={number}>
                  {t('edition.compareOption', {
                    number: t('edition.number', { number }),
                    day: day.format(publishedAt),
                  })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <Button type="submit" className="!h-10">
        {t('edition.compare')}
      </Button>
    </form>
  )
}
