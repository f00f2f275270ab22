/** One message to another server: no redirect is followed, nothing of the answer is kept but its status. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPrivateAddress, PrivateAddress, publicLookup } from './private-addresses'

export type Post = { url: string; body: string; headers: Record<string, string>; signal: AbortSignal }

const LONGEST = 15_000

/** For a desk whose other programs stand in its own network. */
export function mayGoAnywhere(): boolean {
  return process.env.DUIZHAO_WEBHOOKS_PRIVATE === 'true'
}

/** @returns the status of the answer. @throws PrivateAddress, or why no answer came. */
export function post({ url, body, headers, signal }: Post): Promise<number> {
  const { protocol, hostname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const anywhere = mayGoAnywhere()
  if (!anywhere && isIP(host) !== 0 && isPrivateAddress(host)) {
    return Promise.reject(new PrivateAddress(`${host} is a private address`))
  }
  const ask = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = ask(
      url,
      {
        method: 'POST',
        // Brotli is never decoded here, nor anything else.
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'accept-encoding': 'identity' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
        ...(!anywhere && { lookup: publicLookup }),
      },
      (answer) => {
        answer.destroy()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}
