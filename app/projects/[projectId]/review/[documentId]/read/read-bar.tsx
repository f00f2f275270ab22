'use client'
/** How the page is laid out, whether it shows marks, and the way to paper. */
import { Columns2, Highlighter, Printer, Rows2 } from 'lucide-react'
import { ToggleGroup } from 'radix-ui'
import { ButtonLink, IconButton } from '@/app/_ui/button'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { LAYOUTS } from '@/lib/reading/rules'
import { useCell } from '../state/cell'
import { changeLiking, liking } from '../state/reading'
import { useScreen } from '../state/use-screen'
import { readKeysOf } from './keys'
import { printAddress } from './use-read-keys'

export function ReadBar() {
  const t = useTexts()
  const screen = useScreen()
  const { layout, marks } = useCell(liking())
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b bg-surface px-3 py-1.5 text-sm">
      <ToggleGroup.Root
        type="single"
        value={layout}
        aria-label={t('read.layout')}
        onValueChange={(value) => {
          const wanted = LAYOUTS.find((one) => one === value)
          if (wanted) changeLiking({ layout: wanted })
        }}
        className="inline-flex rounded-md border border-line-strong bg-sunken p-0.5"
      >
        {LAYOUTS.map((one) => (
          <ToggleGroup.Item
            key={one}
            value={one}
            title={`${t(`read.layout-${one}`)} (${readKeysOf('layout').join(' ')})`}
            className="inline-flex h-7 items-center gap-1.5 rounded-sm px-2 text-ink-soft hover:text-ink data-[state=on]:bg-raised data-[state=on]:font-semibold data-[state=on]:text-accent data-[state=on]:shadow-raised [&_svg]:size-4"
          >
            {one === 'side' && <Columns2 aria-hidden />}
            {one === 'stacked' && <Rows2 aria-hidden />}
            <span className={one === 'side' || one === 'stacked' ? 'max-sm:sr-only' : undefined}>
              {t(`read.layout-${one}`)}
            </span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <IconButton
        size="small"
        className={marks ? 'ml-auto text-accent' : 'ml-auto'}
        label={t('read.act-marks')}
        aria-pressed={marks}
        onClick={() => changeLiking({ marks: !marks })}
      >
        <Highlighter aria-hidden />
      </IconButton>
      <ButtonLink
        href={printAddress(screen)}
        target="_blank"
        prefetch={false}
        size="small"
        look="quiet"
        title={readKeysOf('print').join(' ')}
      >
        <Printer aria-hidden />
        <span className="max-sm:sr-only">{t('read.act-print')}</span>
      </ButtonLink>
    </div>
  )
}
