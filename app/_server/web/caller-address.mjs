/**
 * The address a request came from. Anyone can write an X-Forwarded-For header, so it is heeded only from proxies that are named:
 * going back from the socket, the first address that is none of them. Limits on guessing and the audit log go by it.
 */
import { BlockList, isIP } from 'node:net'

/** What may be named instead of an address or a network. */
const NAMED = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/** `loopback, 10.1.0.0/16, 2001:db8::7` of DUIZHAO_TRUSTED_PROXIES. Throws on what is none of these. */
export function trustedProxies(setting = '') {
  const list = new BlockList()
  const words = setting.split(/[\s,]+/).filter((word) => word !== '')
  for (const word of words.flatMap((word) => NAMED[word] ?? [word])) {
    const [address, bits] = word.split('/')
    const family = isIP(address)
    const length = Number(bits ?? (family === 4 ? 32 : 128))
    if (!family || !/^\d*$/.test(bits ?? '') || length > (family === 4 ? 32 : 128))
      throw new Error(
        `DUIZHAO_TRUSTED_PROXIES: '${word}' is no address, no network such as 10.0.0.0/8, and neither loopback nor private.`,
      )
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/**
 * @param {{ socket: { remoteAddress?: string }, headers: Record<string, string | string[] | undefined> }} request
 * @param {BlockList} trusted
 */
export function callerAddress({ socket, headers }, trusted) {
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const hops = said.map((hop) => plain(hop.trim())).filter((hop) => isIP(hop))
  let address = plain(socket.remoteAddress ?? '')
  while (hops.length > 0 && isTrusted(address, trusted)) address = hops.pop() ?? address
  return address || 'unknown'
}

const LOOPBACK = trustedProxies('loopback')

/** Asked from this machine itself, and by nobody who passes on what others ask. */
export function isHere({ socket, headers }) {
  const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']
  return passedOn.every((name) => headers[name] === undefined) && isTrusted(plain(socket.remoteAddress ?? ''), LOOPBACK)
}

export function isTrusted(address, trusted) {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** A socket for both families calls 1.2.3.4 ::ffff:1.2.3.4. */
function plain(address) {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
