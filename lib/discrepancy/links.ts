/** What a note points to: a page of the issuer, a letter in the archive. Addresses with a title, kept with the note. */
import { z } from 'zod'

/** The database holds no more either. */
export const MOST_LINKS = 20

/**
 * Only https, and none that carries a name or password: what is written here is clicked by others. Kept as the browser
 * will understand it, so that what is shown is where it leads.
 */
export const LinkAddress = z
  .string()
  .trim()
  .max(2000)
  .transform((typed, context) => {
    const url = URL.canParse(typed) ? new URL(typed) : null
    if (url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.'))
      return url.href
    context.addIssue({ code: 'custom', message: 'not an https address' })
    return z.NEVER
  })

/** Where it leads, for those who decide whether to follow it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
