'use client'
import { SlidersHorizontal, X } from 'lucide-react'
/** The conditions that are asked for less often: in a panel to set, as chips once they are set. */
import { Popover as Primitive } from 'radix-ui'
import { useEffect, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field, Select } from '@/app/_ui/field'
import { PopoverPanel } from '@/app/_ui/popover'
import type { TextKey } from '@/app/_ui/texts/dictionaries'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import type { Translate } from '@/app/_ui/texts/translate'
import { CHECK_IDS } from '@/lib/finding/rules'
import { DEEDS, EMPTY_SIDES, type Filter, NOTES } from '@/lib/view/filter'
import type { Speaker } from '@/lib/view/queries'
import { useCellPart } from '../state/cell'
import { getJson } from '../state/get-json'
import { showView } from '../state/load'
import type { Screen } from '../state/screen'
import { changeSettings } from '../state/settings'
import { useScreen } from '../state/use-screen'

type Part = { filter: Filter; change: (part: Partial<Filter>) => void }

const SWITCHES = ['numbers', 'uneven', 'doubtful', 'moved', 'edited', 'commented', 'suggested'] as const

export function MoreFilters({ filter, change }: Part) {
  const t = useTexts()
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>
        <Button size="small" look="quiet">
          <SlidersHorizontal aria-hidden />
          {t('find.more')}
        </Button>
      </Primitive.Trigger>
      <PopoverPanel align="end" aria-label={t('find.more')} className="max-h-[70dvh] overflow-y-auto">
        <Conditions filter={filter} change={change} />
      </PopoverPanel>
    </Primitive.Root>
  )
}

function Conditions({ filter, change }: Part) {
  const t = useTexts()
  const screen = useScreen()
  const speakers = useSpeakers(screen)
  const context = useCellPart(screen.settings, (settings) => settings.context)
  const setContext = (rows: number) => {
    changeSettings(screen, { context: rows })
    showView(screen)
  }
  return (
    <div className="grid gap-3 text-sm">
      <p className="font-semibold">{t('find.more-title')}</p>
      <div className="grid grid-cols-2 gap-x-2 gap-y-1">
        {SWITCHES.map((name) => (
          <label key={name} className="flex items-center gap-2">
            <input type="checkbox" checked={filter[name]} onChange={() => change({ [name]: !filter[name] })} />
            {t(`find.${name}`)}
          </label>
        ))}
      </div>
      <Field label={t('find.person')}>
        {(parts) => (
          <Select
            {...parts}
            value={filter.person ?? ''}
            onChange={(event) => change({ person: event.target.value || null })}
          >
            <option value="">{t('find.anyone')}</option>
            {screen.review.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {filter.person && (
        <Field label={t('find.did')}>
          {(parts) => (
            <Select
              {...parts}
              value={filter.did}
              onChange={(event) => change({ did: DEEDS.find((deed) => deed === event.target.value) ?? 'changed' })}
            >
              {DEEDS.map((deed) => (
                <option key={deed} value={deed}>
                  {t(`find.did-${deed}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label={t('find.note')}>
        {(parts) => (
          <Select
            {...parts}
            value={filter.note ?? ''}
            onChange={(event) => change({ note: NOTES.find((note) => note === event.target.value) ?? null })}
          >
            <option value="">{t('find.note-none')}</option>
            {NOTES.map((note) => (
              <option key={note} value={note}>
                {sayNote(t, note)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('checks.filter')}>
        {(parts) => (
          <Select
            {...parts}
            value={filter.finding ?? ''}
            onChange={(event) => change({ finding: event.target.value || null })}
          >
            <option value="">{t('checks.filter-none')}</option>
            <option value="any">{t('checks.any-check')}</option>
            {CHECK_IDS.map((check) => (
              <option key={check} value={check}>
                {t(`checks.name.${check}` as TextKey)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {speakers.length > 0 && (
        <Field label={t('find.speaker')}>
          {(parts) => (
            <Select {...parts} value={filter.speaker} onChange={(event) => change({ speaker: event.target.value })}>
              <option value="">{t('find.speaker-any')}</option>
              {speakers.map(({ zh, en }) => (
                <option key={`${zh}\u0000${en}`} value={zh || en}>
                  {[zh, en].filter(Boolean).join(' · ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label={t('find.empty')}>
        {(parts) => (
          <Select
            {...parts}
            value={filter.empty ?? ''}
            onChange={(event) => change({ empty: EMPTY_SIDES.find((side) => side === event.target.value) ?? null })}
          >
            <option value="">{t('find.empty-none')}</option>
            {EMPTY_SIDES.map((side) => (
              <option key={side} value={side}>
                {t(`find.empty-${side}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('find.context')}>
        {(parts) => (
          <Select {...parts} value={context} onChange={(event) => setContext(Number(event.target.value))}>
            {[0, 1, 2, 3, 5].map((rows) => (
              <option key={rows}>{rows}</option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}

function sayNote(t: Translate, note: (typeof NOTES)[number]): string {
  return note === 'any' ? t('find.note-any') : t(`discrepancy.type.${note}`)
}

function useSpeakers(screen: Screen): Speaker[] {
  const [speakers, setSpeakers] = useState<Speaker[]>([])
  useEffect(() => {
    let gone = false
    void getJson<Speaker[]>(screen, 'segments/speakers').then(
      (answer) => !gone && answer.ok && setSpeakers(answer.value),
    )
    return () => {
      gone = true
    }
  }, [screen])
  return speakers
}

/** Every such condition that is set, each with the button that takes it away. */
export function SetFilters({ filter, change }: Part) {
  const t = useTexts()
  const screen = useScreen()
  const set: { name: string; off: Partial<Filter> }[] = SWITCHES.filter((name) => filter[name]).map((name) => ({
    name: t(`find.${name}`),
    off: { [name]: false },
  }))
  if (filter.person !== null) {
    const name = screen.review.members.find(({ id }) => id === filter.person)?.name ?? '?'
    set.push({ name: t('find.chip-person', { did: t(`find.did-${filter.did}`), name }), off: { person: null } })
  }
  if (filter.note !== null) set.push({ name: `${t('find.note')}: ${sayNote(t, filter.note)}`, off: { note: null } })
  if (filter.finding !== null) {
    const name = filter.finding === 'any' ? t('checks.any-check') : t(`checks.name.${filter.finding}` as TextKey)
    set.push({ name: `${t('checks.filter')}: ${name}`, off: { finding: null } })
  }
  if (filter.speaker !== '') set.push({ name: t('find.chip-speaker', { name: filter.speaker }), off: { speaker: '' } })
  if (filter.work !== null) set.push({ name: t('find.chip-work'), off: { work: null } })
  if (filter.empty !== null) set.push({ name: t(`find.empty-${filter.empty}`), off: { empty: null } })
  return set.map(({ name, off }) => (
    <button
      key={name}
      type="button"
      aria-label={t('find.remove-filter', { name })}
      onClick={() => change(off)}
      className="inline-flex h-7 items-center gap-1 rounded-full border border-accent bg-accent-soft px-2.5 font-medium text-accent [&_svg]:size-3.5"
    >
      {name}
      <X aria-hidden />
    </button>
  ))
}
