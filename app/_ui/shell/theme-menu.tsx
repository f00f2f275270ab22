'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { buttonClass } from '../button'
import { Menu, MenuRadio, MenuRadioGroup } from '../menu'
import type { TextKey } from '../texts/dictionaries'
import { useTexts } from '../texts/texts-provider'
import { chooseTheme } from './actions'
import { THEMES, type Theme } from './themes'

const FACES = {
  system: { icon: Monitor, name: 'common.themeSystem' },
  light: { icon: Sun, name: 'common.themeLight' },
  dark: { icon: Moon, name: 'common.themeDark' },
} as const satisfies Record<Theme, { icon: typeof Sun; name: TextKey }>

/** Changes at once; the cookie is for the next page. */
export function ThemeMenu({ theme }: { theme: Theme }) {
  const t = useTexts()
  const [chosen, setChosen] = useState(theme)
  const Icon = FACES[chosen].icon
  const choose = (value: string) => {
    const next = THEMES.find((one) => one === value)
    if (!next) return
    setChosen(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    void chooseTheme({ theme: next })
  }
  const trigger = (
    <button type="button" aria-label={t('common.theme')} className={buttonClass('quiet', 'medium', '!px-2.5')}>
      <Icon aria-hidden />
    </button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuRadioGroup value={chosen} onValueChange={choose}>
        {THEMES.map((one) => (
          <MenuRadio key={one} value={one}>
            {t(FACES[one].name)}
          </MenuRadio>
        ))}
      </MenuRadioGroup>
    </Menu>
  )
}
