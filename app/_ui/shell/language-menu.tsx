'use client'
import { Languages } from 'lucide-react'
import { isLocale } from '@/lib/auth/locales'
import { buttonClass } from '../button'
import { Menu, MenuRadio, MenuRadioGroup } from '../menu'
import { useLocale, useTexts } from '../texts/texts-provider'
import { useAction } from '../use-action'
import { chooseLocale } from './actions'

/** Always in reach, and each language is called by its own name. */
export function LanguageMenu() {
  const t = useTexts()
  const locale = useLocale()
  const choose = useAction(chooseLocale)
  const short = locale === 'en' ? 'EN' : '中文'
  const trigger = (
    <button
      type="button"
      aria-label={`${t('common.language')}: ${short}`}
      className={buttonClass('quiet', 'medium', '!px-2.5')}
    >
      <Languages aria-hidden />
      <span className="hidden text-sm sm:inline">{short}</span>
    </button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuRadioGroup value={locale} onValueChange={(value) => isLocale(value) && choose.run({ locale: value })}>
        <MenuRadio value="en" lang="en">
          {t('common.languageEn')}
        </MenuRadio>
        <MenuRadio value="zh-CN" lang="zh-CN">
          {t('common.languageZh')}
        </MenuRadio>
      </MenuRadioGroup>
    </Menu>
  )
}
