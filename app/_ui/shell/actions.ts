'use server'
/** What the header can do: change language and appearance. Open to those not signed in yet. */
import { cookies } from 'next/headers'
import { z } from 'zod'
import { openAction } from '@/app/_server/action'
import { findCurrentActor } from '@/app/_server/current-actor'
import { LOCALE_COOKIE } from '@/app/_server/texts'
import { THEME_COOKIE } from '@/app/_server/theme'
import { changeLocale } from '@/lib/auth/change-locale'
import { ChangeLocaleInput } from '@/lib/auth/input'
import { THEMES } from './themes'

const KEPT = {
  maxAge: 365 * 24 * 60 * 60,
  sameSite: 'lax',
  httpOnly: true,
  // As next-auth's own cookie: where people come by https, it never goes over a plain line.
  secure: process.env.NEXTAUTH_URL?.startsWith('https:') ?? false,
} as const

export const chooseLocale = openAction(ChangeLocaleInput, async (input) => {
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, input.locale, KEPT)
  const actor = await findCurrentActor()
  if (actor) await changeLocale(actor, input)
})

export const chooseTheme = openAction(z.object({ theme: z.enum(THEMES) }), async ({ theme }) => {
  const jar = await cookies()
  jar.set(THEME_COOKIE, theme, KEPT)
})
