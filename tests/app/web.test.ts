import fc from 'fast-check'
import { expect, test } from 'vitest'

type Headers = Record<string, string | undefined>
const { contentSecurityPolicy } = (await import(
  // @ts-expect-error The web server runs as it is, without TypeScript.
  '../../app/_server/web/content-security.mjs'
)) as { contentSecurityPolicy(how: object): string }
const { isSameOrigin } = (await import(
  // @ts-expect-error The web server runs as it is, without TypeScript.
  '../../app/_server/web/same-origin.mjs'
)) as { isSameOrigin(request: { method?: string; headers: Headers }, address: string): boolean }

const ADDRESS = 'https://desk.example'
const host = '127.0.0.1:3000'

test.each<[string, string, Headers, boolean]>([
  ['a page that is read from elsewhere', 'GET', { 'sec-fetch-site': 'cross-site' }, true],
  ['a change from our own page', 'POST', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  ['a change typed into the address bar', 'POST', { 'sec-fetch-site': 'none' }, true],
  ['a change from another site', 'POST', { 'sec-fetch-site': 'cross-site' }, false],
  ['a change from a sister host', 'POST', { 'sec-fetch-site': 'same-site' }, false],
  ['a deletion from another site', 'DELETE', { 'sec-fetch-site': 'cross-site' }, false],
  ['an old browser on our page', 'POST', { origin: ADDRESS }, true],
  ['an old browser on our page, past the proxy', 'POST', { origin: `http://${host}` }, true],
  ['an old browser on another page', 'POST', { origin: 'https://evil.example' }, false],
  ['an old browser on a page of our name and another port', 'POST', { origin: 'https://desk.example:8443' }, false],
  ['an old browser that hides where it is', 'POST', { origin: 'null' }, false],
  ['a programme', 'POST', {}, true],
])('%s', (_, method, headers, expected) => {
  expect(isSameOrigin({ method, headers: { host, ...headers } }, ADDRESS)).toBe(expected)
})

test('whatever a browser calls its site, only our own changes anything', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'), (site, method) => {
      const passes = isSameOrigin({ method, headers: { host, 'sec-fetch-site': site } }, ADDRESS)
      expect(passes).toBe(site === 'same-origin' || site === 'none')
    }),
  )
})

test('scripts run by nonce alone', () => {
  const policy = contentSecurityPolicy({ nonce: 'bm9uY2U=' })
  const scripts = policy.split('; ').filter((directive) => directive.startsWith('script-src'))
  expect(scripts).toEqual(["script-src 'nonce-bm9uY2U=' 'strict-dynamic'", "script-src-attr 'none'"])
  for (const closed of ['object-src', 'base-uri', 'frame-src', 'frame-ancestors'])
    expect(policy).toContain(`${closed} 'none'`)
})

const { callerAddress, trustedProxies } = (await import(
  // @ts-expect-error The web server runs as it is, without TypeScript.
  '../../app/_server/web/caller-address.mjs'
)) as {
  callerAddress(request: { socket: object; headers: Headers }, trusted: unknown): string
  trustedProxies(setting?: string): unknown
}

test.each<[string, string, string, string | undefined, string]>([
  ['a caller without a proxy', '', '203.0.113.9', undefined, '203.0.113.9'],
  ['a caller who makes one up', '', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a caller who names a trusted one', 'loopback', '203.0.113.9', '127.0.0.1', '203.0.113.9'],
  ['behind a proxy', 'loopback', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['behind a proxy, over a socket for both families', 'loopback', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['behind a proxy, having made one up', 'loopback', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['behind two', 'loopback,10.0.0.0/8', '127.0.0.1', '203.0.113.9, 10.2.3.4', '203.0.113.9'],
  ['behind one of IPv6', '2001:db8::/32', '2001:db8::1', '2001:db9::5', '2001:db9::5'],
  ['behind a proxy that says nothing', 'loopback', '127.0.0.1', undefined, '127.0.0.1'],
  ['behind a proxy that says nonsense', 'private', '192.168.1.2', '<script>', '192.168.1.2'],
])('the address of %s', (_, setting, remoteAddress, said, expected) => {
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': said } }
  expect(callerAddress(request, trustedProxies(setting))).toBe(expected)
})

test.each(['localhost', '10.0.0.0/33', '10.0.0.0/x', '1.2.3', 'all'])('%s is no proxy to trust', (setting) => {
  expect(() => trustedProxies(setting)).toThrow(/DUIZHAO_TRUSTED_PROXIES/)
})
