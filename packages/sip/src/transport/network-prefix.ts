/** Leading groups of an IPv6 address that one customer's network has: /64. */
const NETWORK_GROUPS = 4

/**
 * What stands for one source when counting: an IPv4 address as it is, of an IPv6 address its /64, for a host there
 * has 2^64 addresses at its disposal.
 */
export function networkPrefix(address: string): string {
  if (!address.includes(':')) return address
  const [plain = ''] = address.split('%')
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
