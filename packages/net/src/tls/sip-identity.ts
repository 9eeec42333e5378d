import { isIP, isIPv6 } from 'node:net'
import type { PeerCertificate } from 'node:tls'

/** Extended key usages that a SIP certificate may have (RFC 5924 §3): SIP domain, any, and the usual server authentication. */
const USAGES = ['1.3.6.1.5.5.7.3.20', '2.5.29.37.0', '1.3.6.1.5.5.7.3.1']

/**
 * Whether a certificate speaks for the SIP domain that was asked for (RFC 5922 §7). `undefined` when it does, else
 * the error. A name must match whole: `*.example.com` counts as a name, not as a pattern (§7.2).
 */
export function checkSipIdentity(
  domain: string,
  certificate: Pick<PeerCertificate, 'subjectaltname' | 'subject' | 'ext_key_usage'>,
): Error | undefined {
  const usages = certificate.ext_key_usage
  if (usages && !usages.some((usage) => USAGES.includes(usage))) return new Error('the certificate is not meant for SIP servers (RFC 5924)')
  const names = sipDomains(certificate)
  const wanted = canonical(domain)
  return names.includes(wanted)
    ? undefined
    : new Error(`the certificate is for ${names.join(', ') || 'nobody'}, not for ${domain} (RFC 5922)`)
}

/** The SIP domains of a certificate (RFC 5922 §7.1): `sip:` URIs, else DNS names, else the common name; IP addresses for peers known by address. */
function sipDomains(certificate: Pick<PeerCertificate, 'subjectaltname' | 'subject'>): readonly string[] {
  const entries = alternativeNames(certificate.subjectaltname)
  const uris = entries.flatMap(([kind, value]) => (kind === 'URI' ? sipUriDomain(value) : []))
  const addresses = entries.flatMap(([kind, value]) => (kind === 'IP Address' ? [canonical(value)] : []))
  if (uris.length > 0) return [...uris, ...addresses]
  const names = entries.flatMap(([kind, value]) => (kind === 'DNS' ? [value.toLowerCase()] : []))
  if (names.length > 0 || addresses.length > 0) return [...names, ...addresses]
  const common: unknown = certificate.subject?.CN
  return typeof common === 'string' ? [common.toLowerCase()] : []
}

/** `DNS:a, URI:sip:b, IP Address:c`; Node puts entries with special characters into JSON quotes. */
function alternativeNames(text: string | undefined): readonly (readonly [kind: string, value: string])[] {
  return [...(text ?? '').matchAll(/([A-Za-z ]+?):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/g)].map(([, kind = '', value = '']) => [
    kind.trim(),
    value.startsWith('"') ? String(JSON.parse(value)) : value,
  ])
}

/** A URI with a user part identifies a person, not a domain (RFC 5922 §7.1). */
function sipUriDomain(uri: string): readonly string[] {
  const [, domain] = /^sip:([^@;:?]+)(?:[;:?]|$)/i.exec(uri) ?? []
  return domain === undefined || isIP(domain) !== 0 ? [] : [domain.toLowerCase()]
}

/** Small letters, and IPv6 in its short form, in which Node does not print it. */
function canonical(name: string): string {
  return isIPv6(name) ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name.toLowerCase()
}
