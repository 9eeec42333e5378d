/** An address as people know it: one of IPv4 in the clothes of IPv6 (RFC 4291 §2.5.5.2) without them. */
export function addressText(address: string | null): string {
  return (address ?? '–').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
