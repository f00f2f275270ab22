/**
 * The web server: Next behind a gate that every request passes. The gate gives each answer its nonce, says from which address a
 * request came, and refuses changes asked for by other sites. Next's own place for this, a proxy.ts at the top level, runs in a bundle of its own and once more for each request.
 * Started by lib/cli/serve.ts: `node serve.mjs HOST PORT`.
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { callerAddress, isHere, isTrusted, trustedProxies } from './caller-address.mjs'
import { contentSecurityPolicy } from './content-security.mjs'
import { measure, startMeasures } from './measures.mjs'
import { isSameOrigin } from './same-origin.mjs'
import { staticFiles } from './static-files.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What is being answered may finish; streams that never end are cut before the launcher loses patience. */
const LONGEST_FINISH = 6_000

const [hostname, port] = [process.argv[2] ?? '127.0.0.1', Number(process.argv[3] ?? 3000)]
const address = process.env.NEXTAUTH_URL ?? `http://${hostname}:${port}`

const proxies = readProxies()
const measures = startMeasures()

const app = next({ dev: false, dir: ROOT, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()
const serveStatic = staticFiles(join(ROOT, process.env.NEXT_DIST_DIR ?? '.next', 'static'))

const server = createServer((request, response) => {
  measure(measures, request, response)
  const policy = contentSecurityPolicy({ nonce: randomBytes(16).toString('base64') })
  request.headers['content-security-policy'] = policy
  delete request.headers['content-security-policy-report-only']
  noteUnheededProxy(request)
  request.headers['x-duizhao-here'] = isHere(request) ? 'yes' : 'no'
  request.headers['x-forwarded-for'] = callerAddress(request, proxies)
  response.setHeader('Content-Security-Policy', policy)
  if (address.startsWith('https:')) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  if (!isSameOrigin(request, address)) {
    response
      .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
      .end('This change was asked for by another site.\n')
    return
  }
  serveStatic(request, response, () => void handle(request, response))
})
server.listen(port, hostname)

function readProxies() {
  try {
    return trustedProxies(process.env.DUIZHAO_TRUSTED_PROXIES)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

let noted = false

/** A proxy that nobody named looks like one caller who does everything. */
function noteUnheededProxy({ socket, headers }) {
  if (noted || headers['x-forwarded-for'] === undefined || isTrusted(socket.remoteAddress ?? '', proxies)) return
  noted = true
  console.error(
    `X-Forwarded-For from ${socket.remoteAddress} is not heeded. If that is a proxy of yours, name it in DUIZHAO_TRUSTED_PROXIES.`,
  )
}

let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

async function end() {
  if (ending) return
  ending = true
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_FINISH)
  await closed
  clearTimeout(late)
  await app.close()
  process.exit(0)
}
