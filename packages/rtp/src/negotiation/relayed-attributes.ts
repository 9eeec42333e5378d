import { isDirection } from '../sdp/direction.ts'
import type { Attribute } from '../sdp/session-description.ts'

/** What belongs to one leg only: addresses, transports, keys. The other leg gets its own. All else is relayed as written. */
const OF_THE_LEG: ReadonlySet<string> = new Set([
  // ICE (RFC 8839) and its Microsoft dialect
  ...[
    'candidate',
    'remote-candidates',
    'end-of-candidates',
    'ice-ufrag',
    'ice-pwd',
    'ice-options',
    'ice-lite',
    'ice-mismatch',
    'ice-pacing',
  ],
  ...['x-candidate-info', 'x-candidate-ipv6'],
  // DTLS (RFC 8122, 8842), MIKEY (RFC 4567), ZRTP (RFC 6189), SDES (RFC 4568)
  ...['fingerprint', 'setup', 'connection', 'tls-id', 'identity', 'key-mgmt', 'zrtp-hash', 'crypto'],
  // RTCP's place (RFC 3605, 5761), bundling (RFC 9143), media stream ids
  ...['rtcp', 'rtcp-mux', 'rtcp-mux-only', 'bundle-only', 'msid-semantic'],
  // Alternatives of transport or address: capability negotiation (RFC 5939), ALTC (RFC 6947), source filters (RFC 4570)
  ...['pcfg', 'acfg', 'tcap', 'acap', 'rmcap', 'csup', 'creq', 'altc', 'source-filter'],
])

/** What browsers agree on with each other: header extensions (RFC 8285), feedback (RFC 4585), sources and streams (RFC 5576, 8830). No other leg speaks it. */
const OF_BROWSERS: ReadonlySet<string> = new Set([
  ...['extmap', 'extmap-allow-mixed', 'rtcp-fb', 'rtcp-rsize'],
  ...['mid', 'msid', 'ssrc', 'ssrc-group', 'rid', 'simulcast'],
])

/** The attributes of a description that was made by a browser, or is made for one, without those of browsers. */
export function withoutBrowsers(attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(({ name, value }) => !OF_BROWSERS.has(name) && !(name === 'group' && value?.startsWith('LS')))
}

/** The attributes that pass from one leg to the other, in order. Directions are left out too: they are worked out per line. */
export function relayedAttributes(attributes: readonly Attribute[]): Attribute[] {
  return attributes.filter(
    ({ name, value }) => !OF_THE_LEG.has(name) && !isDirection(name) && !(name === 'group' && value?.startsWith('BUNDLE')),
  )
}
