/**
 * Scripts, styles and fonts of the build, as they lie in its folder and already packed (lib/cli/pack-static.ts). Next's own way
 * packs each of them anew for every browser that asks, and the review asks for some forty.
 */
import sirv from 'sirv'
import { SECURITY_HEADERS } from './security-headers.mjs'

const PLACE = '/_next/static'

/** Answers whether the request was for such a file, and serves it then; what is not there is left to Next. */
export function staticFiles(folder) {
  const serve = sirv(folder, {
    gzip: true,
    etag: false,
    // Their names change with what is in them.
    immutable: true,
    maxAge: 31_536_000,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    },
  })
  return (request, response, next) => {
    const asked = request.url ?? ''
    if (!asked.startsWith(`${PLACE}/`) || (request.method !== 'GET' && request.method !== 'HEAD')) return next()
    request.url = asked.slice(PLACE.length)
    serve(request, response, () => {
      request.url = asked
      next()
    })
  }
}
