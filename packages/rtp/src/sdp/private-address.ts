/** Not reachable from elsewhere: RFC 1918, shared (RFC 6598), link-local, unique local (RFC 4193). */
const PRIVATE =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i

export function isPrivateAddress(address: string): boolean {
  return PRIVATE.test(address)
}
