/**
 * Which addresses a message may not go to: our own machine and network, where a stranger's address would make this server
 * ask in their place (server-side request forgery). The address a name leads to is checked at the moment of the connection, so
 * that it cannot lead elsewhere between the check and the call.
 */
import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Not for the public internet, after IANA's registries of special-purpose addresses (RFC 6890). */
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

const V6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const

// Two lists: one alone would hold every IPv4 address against the mapped ones (::ffff:0:0/96).
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, prefix] of V4) blocked.ipv4.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of V6) blocked.ipv6.addSubnet(network, prefix, 'ipv6')

export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  const version = family === 4 ? 'ipv4' : 'ipv6'
  return blocked[version].check(address, version)
}

export class PrivateAddress extends Error {}

/** For `net.connect`: looks a name up and refuses it when any of its addresses is private. */
export const publicLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return answer(error, '', 0)
    if (found.some(({ address }) => isPrivateAddress(address))) {
      return answer(new PrivateAddress(`${name} leads to a private address`), '', 0)
    }
    if (options.all) return answer(null, found)
    answer(null, found[0].address, found[0].family)
  })
}
