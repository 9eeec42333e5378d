/**
 * User-Agent names of tools that look for open exchanges on the Internet. They change their name easily, so this only
 * spares the work for the many who do not; digest and the limits per source protect against the others.
 */
const SCANNERS = /friendly-scanner|sipvicious|sipcli|sip-scan|sundayddr|pplsip|vaxsipuseragent|iwar|smap|sipsak-scan/i

export function isScanner(userAgent: string | undefined): boolean {
  return userAgent !== undefined && SCANNERS.test(userAgent)
}
