/** Light, dark or as the system has it: kept in a cookie, so that the first paint is right. */
import { cookies } from 'next/headers'
import { THEMES, type Theme } from '../_ui/shell/themes'

export const THEME_COOKIE = 'theme'

export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  return THEMES.find((theme) => theme === chosen) ?? 'system'
}
