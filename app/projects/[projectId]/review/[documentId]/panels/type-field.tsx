'use client'
/** The type of a discrepancy by its first letters: once they can mean only one, on to the severity without another key. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isInputMethods } from '@/app/_ui/composition'
import { cx } from '@/app/_ui/cx'
import { CONTROL } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { DISCREPANCY_TYPES, type DiscrepancyType } from '@/lib/discrepancy/rules'
import { decisive, fewestLetters, fitting, goesOn } from '../state/type-ahead'

type TypeFieldProps = {
  type: DiscrepancyType | null
  onChange: (type: DiscrepancyType | null) => void
  missing: boolean
}

export function TypeField({ type, onChange, missing }: TypeFieldProps) {
  const t = useTexts()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(true)
  const [chosen, setChosen] = useState(0)
  /** What was typed when the type was understood, while more letters of its name may still come. */
  const understood = useRef<string | null>(null)
  useEffect(() => field.current?.focus(), [])
  const nameOf = (one: DiscrepancyType) => t(`discrepancy.type.${one}`)
  // By its English name too, whatever the language of the page: nobody changes the input method for two letters.
  const namesOf = (one: DiscrepancyType) => [nameOf(one), one]
  const entries = fitting(DISCREPANCY_TYPES, type && typed === nameOf(type) ? '' : typed, namesOf)
  const take = (one: DiscrepancyType | undefined) => {
    if (!one) return
    onChange(one)
    setTyped(nameOf(one))
    setOpen(false)
    field.current?.closest('[role="dialog"]')?.querySelector<HTMLInputElement>('[data-severity]:checked')?.focus()
  }
  const typeName = (text: string) => {
    setTyped(text)
    onChange(null)
    setChosen(0)
    setOpen(true)
    const one = decisive(DISCREPANCY_TYPES, text, namesOf)
    understood.current = one && text
    if (one) take(one)
  }
  // Whoever writes the name to its end, and Enter after it, must not choose a severity by its letters.
  useEffect(() => {
    if (!type) return
    const panel = field.current?.closest('[role="dialog"]')
    const swallow = (event: Event) => {
      const { key, target, ctrlKey, altKey, metaKey } = event as globalThis.KeyboardEvent
      const written = understood.current
      if (written === null || target === field.current || ctrlKey || altKey || metaKey || key === 'Shift') return
      const more = key.length === 1 && goesOn([t(`discrepancy.type.${type}`), type], written, key)
      understood.current = more ? written + key : null
      if (!more && key !== 'Enter') return
      event.preventDefault()
      event.stopPropagation()
    }
    panel?.addEventListener('keydown', swallow, true)
    return () => panel?.removeEventListener('keydown', swallow, true)
  }, [type, t])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setChosen((chosen + by + entries.length) % Math.max(1, entries.length))
    } else if (event.key === 'Enter') take(entries[chosen])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="mt-3">
      <label htmlFor={id} className="font-medium">
        {t('discrepancy.type')}
      </label>
      <input
        ref={field}
        id={id}
        data-first
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && entries[chosen] ? `${id}-${entries[chosen]}` : undefined}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        placeholder={t('review.type-hint')}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={({ target, nativeEvent }) =>
          (nativeEvent as InputEvent).isComposing ? setTyped(target.value) : typeName(target.value)
        }
        onCompositionEnd={({ currentTarget }) => typeName(currentTarget.value)}
        onKeyDown={onKeyDown}
        className={cx(CONTROL, 'mt-1 h-8 text-sm')}
      />
      {missing && (
        <p id={`${id}-missing`} className="font-medium text-danger">
          {t('review.type-missing')}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('discrepancy.type')}
        className={cx('mt-1 grid grid-cols-2 gap-px', !open && 'hidden')}
      >
        {entries.map((one, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={one}
            id={`${id}-${one}`}
            role="option"
            aria-selected={i === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
            className={cx(
              'flex cursor-pointer items-baseline gap-2 rounded-sm px-2 py-0.5',
              i === chosen ? 'bg-hover font-medium' : 'text-ink-soft hover:bg-hover',
            )}
          >
            <span className="min-w-0 truncate">{nameOf(one)}</span>
            <kbd aria-hidden className="ml-auto text-ink-faint text-xs">
              {fewestLetters(DISCREPANCY_TYPES, one, namesOf)}
            </kbd>
          </div>
        ))}
        {entries.length === 0 && <p className="px-2 text-ink-soft">{t('review.type-none')}</p>}
      </div>
    </div>
  )
}
