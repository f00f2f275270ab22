'use client'
/** Which changes are shown, and the ways of working that belong to them. */
import { BookMarked, GitCompareArrows, History } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Menu, MenuCheckbox, MenuItem, MenuLabel, MenuRadio, MenuRadioGroup, MenuSeparator } from '@/app/_ui/menu'
import { useTexts } from '@/app/_ui/texts/texts-provider'
import { useCell } from '../state/cell'
import { keysOf } from '../state/keys'
import { perform } from '../state/perform'
import { maySuggest } from '../state/suggest'
import { namedBases, showBase } from '../state/tracking'
import { useScreen } from '../state/use-screen'

export function TrackingMenu() {
  const t = useTexts()
  const screen = useScreen()
  const { base, suggesting, numbers } = useCell(screen.settings)
  const bases = namedBases(screen)
  return (
    <Menu
      trigger={
        <Button size="small" look="quiet" className={cx(base && 'text-accent')} title={keysOf('diff').join(' ')}>
          <GitCompareArrows aria-hidden />
          <span className="max-xl:sr-only">{bases.find((one) => one.base === base)?.name ?? t('tracked.bar')}</span>
        </Button>
      }
    >
      <MenuLabel>{t('tracked.bar')}</MenuLabel>
      <MenuRadioGroup
        value={base ?? 'off'}
        onValueChange={(value) => showBase(screen, bases.find((one) => one.base === value)?.base ?? null)}
      >
        <MenuRadio value="off">{t('tracked.base-off')}</MenuRadio>
        {bases.map(({ base, name }) => (
          <MenuRadio key={base} value={base}>
            {name}
          </MenuRadio>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      {maySuggest(screen) && (
        <MenuCheckbox checked={suggesting} onCheckedChange={() => perform(screen, 'suggest')}>
          {t('review.act-suggest')}
        </MenuCheckbox>
      )}
      <MenuCheckbox checked={numbers} onCheckedChange={() => perform(screen, 'numbers')}>
        {t('review.act-numbers')}
      </MenuCheckbox>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href={`/projects/${screen.projectId}/review/${screen.documentId}/timeline`}>
          <History aria-hidden />
          {t('tracked.timeline')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`/projects/${screen.projectId}/review/${screen.documentId}/editions`}>
          <BookMarked aria-hidden />
          {t('edition.title')}
        </Link>
      </MenuItem>
    </Menu>
  )
}
