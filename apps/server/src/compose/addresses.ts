import { networkInterfaces } from 'node:os'
import { KlinkeError } from '@klinke/foundation'
import type { ListenAddress } from '@klinke/net'
import type { Configuration } from '../config/config.ts'

/** Where this server is reached, for people and scripts. */
export interface Addresses {
  /** Host name or IP address, without brackets. */
  readonly host: string
  /** For phones on other machines, when `host` is loopback but all addresses are listened on. */
  readonly outward: string | undefined
  readonly sipPort: number
  readonly sipsPort: number
  /** Base URL of the web server, without a slash at its end. */
  readonly http: string
  /** How browsers elsewhere reach the portal, when that is configured. */
  readonly publicUrl: string | undefined
  /** URL of SIP over WebSocket. */
  readonly webSocket: string
}

/** Where SIP is served: UDP, TCP and TLS on each bind address. On a machine without IPv6 its wildcard is left out. */
export function listenAddresses({ bindAddresses, sipPort, sipsPort }: Configuration): ListenAddress[] {
  return usable(bindAddresses).flatMap((address): ListenAddress[] => [
    { protocol: 'UDP', address, port: sipPort },
    { protocol: 'TCP', address, port: sipPort },
    { protocol: 'TLS', address, port: sipsPort },
  ])
}

/** The bind addresses that this machine has a family for. */
export function usable(addresses: readonly string[]): readonly string[] {
  const hasIpv6 = Object.values(networkInterfaces()).some((infos) => infos?.some(({ family }) => family === 'IPv6'))
  return hasIpv6 ? addresses : addresses.filter((address) => address !== '::')
}

/** An address of this family to reach us at: the public one, else the first bound one, else loopback. */
export function reachableHost({ publicAddress, bindAddresses }: Pick<Configuration, 'publicAddress' | 'bindAddresses'>): string {
  if (publicAddress !== undefined) return publicAddress
  const [first = '127.0.0.1'] = bindAddresses
  if (first === '::') return '::1'
  return first === '0.0.0.0' ? '127.0.0.1' : first
}

/** An address that sockets of ours are bound to, for this machine itself to reach them at. */
export function addressOfOurs({ bindAddresses }: Pick<Configuration, 'bindAddresses'>): string {
  const [first = '127.0.0.1'] = usable(bindAddresses)
  if (first === '::') return '::1'
  return first === '0.0.0.0' ? '127.0.0.1' : first
}

/** `listening` has the ports that 0 became. */
export function addressesOf(configuration: Configuration, listening: readonly ListenAddress[], httpPort: number): Addresses {
  const host = reachableHost(configuration)
  const authority = `${host.includes(':') ? `[${host}]` : host}:${httpPort}`
  const port = (protocol: ListenAddress['protocol']): number => {
    const found = listening.find((address) => address.protocol === protocol)
    if (found === undefined) throw new KlinkeError('not-listening', `SIP over ${protocol} is not served; check KLINKE_BIND_ADDRESSES.`)
    return found.port
  }
  const outward = configuration.publicAddress === undefined ? outwardAddress(configuration.bindAddresses[0] ?? host) : host
  // To this machine plain HTTP stays; a public address leads to the public name.
  const secured = configuration.tls && configuration.publicAddress !== undefined ? configuration.publicUrl : undefined
  const http = secured ?? `http://${authority}`
  return {
    ...{ host, outward: outward === host ? undefined : outward },
    sipPort: port('UDP'),
    sipsPort: port('TLS'),
    http,
    webSocket: `${http.replace(/^http/, 'ws')}/sip`,
    publicUrl: configuration.publicUrl,
  }
}

/** The address of ours in a family that peers elsewhere most likely reach: of a wildcard the first outward one, else loopback. */
export function outwardAddress(bound: string): string {
  if (bound !== '0.0.0.0' && bound !== '::') return bound
  const family = bound === '::' ? 'IPv6' : 'IPv4'
  const all = Object.values(networkInterfaces()).flatMap((infos) => infos ?? [])
  const outward = all.find((info) => info.family === family && !info.internal && !info.address.startsWith('fe80:'))
  return outward?.address ?? (family === 'IPv6' ? '::1' : '127.0.0.1')
}

/** Where PBXes of customers reach this server. */
export function trunkServer({ host, outward, sipPort, sipsPort, http, publicUrl }: Addresses) {
  return { host: outward ?? host, sipPort, sipsPort, baseUrl: publicUrl ?? http }
}
