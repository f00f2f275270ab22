'use client'
/** The days one is away, now and later; each can be put otherwise or taken out. */
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { sayDays } from '@/app/_ui/say-days'
import { useLocale, useTexts } from '@/app/_ui/texts/texts-provider'
import { useToast } from '@/app/_ui/toast'
import { useTold } from '@/app/_ui/use-told'
import type { AbsenceRow } from '@/lib/absence/queries'
import { removeAbsenceHere } from '../actions'
import { AbsenceDialog } from './absence-dialog'

type AbsenceListProps = {
  absences: AbsenceRow[]
  /** The zone the person has chosen for dates; null until they have. */
  zone: string | null
}

export function AbsenceList({ absences, zone }: AbsenceListProps) {
  const t = useTexts()
  const locale = useLocale()
  const tell = useToast()
  const removal = useTold(removeAbsenceHere)
  const [open, setOpen] = useState<AbsenceRow | 'new' | null>(null)

  async function remove(absence: AbsenceRow) {
    const done = await removal.run({ absenceId: absence.id })
    if (done) tell(t('absence.removed', { days: sayDays(locale, absence) }))
  }

  return (
    <>
      {absences.length === 0 ? (
        <p className="mb-4">{t('absence.none')}</p>
      ) : (
        <ul className="card mb-4 divide-y divide-line" aria-label={t('absence.section')}>
          {absences.map((absence) => {
            const days = sayDays(locale, absence)
            return (
              <li key={absence.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
                <div className="min-w-0 flex-1 basis-40">
                  <p className="font-medium">{days}</p>
                  {absence.reason && <p className="break-words text-ink-soft text-sm">{absence.reason}</p>}
                </div>
                <div className="flex gap-2">
                  <Button size="small" onClick={() => setOpen(absence)} aria-label={t('absence.changeOf', { days })}>
                    {t('absence.change')}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => remove(absence)}
                    disabled={removal.running}
                    aria-label={t('absence.removeOf', { days })}
                  >
                    {t('absence.remove')}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <Button onClick={() => setOpen('new')}>{t('absence.add')}</Button>
      {open && <AbsenceDialog absence={open === 'new' ? null : open} zone={zone} onClose={() => setOpen(null)} />}
    </>
  )
}
