/**
 * Whether a request that changes something comes from a page of ours. A page elsewhere can send one with the person's cookie;
 * browsers say so, in Sec-Fetch-Site and Origin. What is no browser says neither, and has no cookie by accident.
 */

const READS = ['GET', 'HEAD', 'OPTIONS']

/**
 * @param {{ method?: string, headers: Record<string, string | string[] | undefined> }} request
 * @param {string} address what people reach the workbench at; a proxy may call us by another name
 */
export function isSameOrigin({ method = 'GET', headers }, address) {
  if (READS.includes(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = headers
  if (origin === undefined) return true
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  return new URL(origin).host === headers.host || new URL(origin).origin === new URL(address).origin
}
