import { isIPv6 } from 'node:net'

export type AddressFamily = 'IPv4' | 'IPv6'

const MAPPED = '::ffff:'

/** An address as SIP shows it: IPv4 also where a socket for both families maps it into IPv6. */
export function plainAddress(address: string): string {
  return address.startsWith(MAPPED) && address.includes('.') ? address.slice(MAPPED.length) : address
}

export function familyOf(address: string): AddressFamily {
  return isIPv6(address) ? 'IPv6' : 'IPv4'
}

export function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::'
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}
