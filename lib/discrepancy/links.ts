/** What a note points to: a page of the issuer, a letter in the archive. Addresses with a title, kept with the note. */

/** The database holds no more either. */
export const MOST_LINKS = 20

const LONGEST_ADDRESS = 2000

/**
 * The address of a link as the browser will understand it, so that what is shown is where it leads; null where it may not
 * stand here. Only https, and none that carries a name or password: what is written here is clicked by others.
 */
export function linkAddress(typed: string): string | null {
  const said = typed.trim()
  if (said.length > LONGEST_ADDRESS || !URL.canParse(said)) return null
  const url = new URL(said)
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.')
  return plain ? url.href : null
}

/** Where it leads, for those who decide whether to follow it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
