/** `next` if it is a path of our own, else `/`: a link to the sign-in page must not lead to someone else's site. */
export function ownPath(next: string | null | undefined): string {
  if (!next?.startsWith('/')) return '/'
  // Browsers read a backslash as a slash and drop tabs and line breaks, so `/\evil` and `/<tab>/evil` are hosts too.
  if (/^\/[/\\]/.test(next) || /[\\\p{Cc}]/u.test(next)) return '/'
  const base = 'http://own.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  // `/..//evil` is a path of ours that comes out as `//evil`.
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
