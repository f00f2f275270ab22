import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packStatic } from '../../lib/cli/pack-static'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
const { staticFiles } = (await import(
  // @ts-expect-error The web server runs as it is, without TypeScript.
  '../../app/_server/web/static-files.mjs'
)) as { staticFiles(folder: string): Handler }

const SCRIPT = 'const lighthouse = 1\n'.repeat(200)
let folder: string
let server: Server
let base: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duizhao-static-'))
  mkdirSync(join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(join(folder, 'static/chunks/a.js'), SCRIPT)
  writeFileSync(join(folder, 'static/chunks/small.js'), 'let a\n')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  await packStatic(join(folder, 'static'))
  const serve = staticFiles(join(folder, 'static'))
  server = createServer((request, response) =>
    serve(request, response, () => response.writeHead(418).end(`${request.method} ${request.url}`)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

test('a file of the build comes packed as it lies there, to be kept for good, guarded as every answer is', async () => {
  const answer = await fetch(`${base}/_next/static/chunks/a.js?dpl=1`, { headers: { 'accept-encoding': 'gzip' } })
  expect(await answer.text()).toBe(SCRIPT)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript',
    'cache-control': 'public,max-age=31536000,immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  })
})

test('who cannot unpack, and who asks for a small file, gets it as it is', async () => {
  for (const [name, accept, content] of [
    ['a.js', 'identity', SCRIPT],
    ['small.js', 'gzip', 'let a\n'],
  ] as const) {
    const answer = await fetch(`${base}/_next/static/chunks/${name}`, { headers: { 'accept-encoding': accept } })
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toBe(content)
  }
})

test.each([
  ['GET', '/_next/static/chunks/none.js'],
  ['GET', '/_next/static/../secret.js'],
  ['GET', '/_next/static/%2e%2e/secret.js'],
  ['GET', '/_next/static/..%2fsecret.js'],
  ['GET', '/projects'],
  ['POST', '/_next/static/chunks/a.js'],
])('%s %s is left to who comes next, as it was asked', async (method, path) => {
  // fetch would tidy the path up before it is sent.
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request(new URL(base), { method, path }, resolve).once('error', reject).end(),
  )
  expect(answer.statusCode).toBe(418)
  expect(await text(answer)).toBe(`${method} ${path}`)
})
