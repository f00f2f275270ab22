'use client'
/** Every act by its name. */
import { type KeyboardEvent, useId, useState } from 'react'
import { cx } from '@/app/_ui/cx'
import { Dialog } from '@/app/_ui/dialog'
import { Input } from '@/app/_ui/field'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { isInputMethods } from '../state/composition'
import { ACT_NAMES, type Act, actText, keysOf } from '../state/keys'
import { perform } from '../state/perform'
import { fitting } from '../state/type-ahead'
import { useScreen } from '../state/use-screen'
import { Keys } from './key-sheet'

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts()
  const screen = useScreen()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const acts = fitting(
    ACT_NAMES.filter((act) => act !== 'palette'),
    typed,
    (act) => [t(actText(act)), act],
  )
  const take = (act: Act | undefined) => {
    if (!act) return
    onClose()
    // The dialog gives the focus back to the row first; the act then finds everything as it was.
    setTimeout(() => perform(screen, act), 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInputMethods(event)) return
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, acts.length))
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + acts.length) % Math.max(1, acts.length))
    else if (event.key === 'Enter') take(acts[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('review.act-palette')} width="medium">
      <Input
        role="combobox"
        aria-label={t('review.palette-find')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={acts[chosen] ? `${id}-${acts[chosen]}` : undefined}
        placeholder={t('review.palette-find')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('review.act-palette')} className="mt-2 max-h-[50dvh] overflow-y-auto">
        {acts.map((act, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={act}
            id={`${id}-${act}`}
            role="option"
            aria-selected={i === chosen}
            ref={(element) => {
              if (i === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => take(act)}
            className={cx(
              'flex cursor-pointer items-center justify-between gap-4 rounded-sm px-2.5 py-1.5',
              i === chosen ? 'bg-hover' : 'hover:bg-hover',
            )}
          >
            {t(actText(act))}
            <span className="flex gap-1">
              <Keys keys={keysOf(act)} />
            </span>
          </div>
        ))}
        {acts.length === 0 && <p className="px-2.5 py-2 text-ink-soft">{t('review.palette-none')}</p>}
      </div>
    </Dialog>
  )
}
