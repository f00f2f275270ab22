'use client'
/** Which kind of work the screen is for just now, shown large: Read, Align or Review. */
import { BookOpenText, Cable, PencilRuler } from 'lucide-react'
import { ToggleGroup } from 'radix-ui'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell } from '../state/cell'
import { ariaKeys, keysOf } from '../state/keys'
import { changeMode, MODES } from '../state/mode'
import { useScreen } from '../state/use-screen'

const PICTURES = { read: BookOpenText, align: Cable, review: PencilRuler } as const

export function ModeSwitch() {
  const t = useTexts()
  const screen = useScreen()
  const mode = useCell(screen.mode)
  return (
    <ToggleGroup.Root
      type="single"
      value={mode}
      aria-label={t('align.mode')}
      onValueChange={(value) => {
        const wanted = MODES.find((candidate) => candidate === value)
        if (wanted) changeMode(screen, wanted)
      }}
      className="inline-flex shrink-0 rounded-md border border-line-strong bg-sunken p-0.5"
    >
      {MODES.map((one) => {
        const Picture = PICTURES[one]
        return (
          <ToggleGroup.Item
            key={one}
            value={one}
            aria-label={t(`align.mode-${one}`)}
            aria-keyshortcuts={ariaKeys(`mode-${one}`)}
            title={`${t(`align.mode-${one}-hint`)} (${keysOf(`mode-${one}`).join(' ')})`}
            className="inline-flex h-8 items-center gap-1.5 rounded-sm px-2.5 font-semibold text-ink-soft hover:text-ink data-[state=on]:bg-raised data-[state=on]:text-accent data-[state=on]:shadow-raised [&_svg]:size-4"
          >
            <Picture aria-hidden />
            <span className="max-md:hidden">{t(`align.mode-${one}`)}</span>
          </ToggleGroup.Item>
        )
      })}
    </ToggleGroup.Root>
  )
}
