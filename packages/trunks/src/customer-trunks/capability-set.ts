import { IN_USE } from '@klinke/accounts'
import { hasOptions, portOf, type TrunkServer } from './configurations/facts.ts'
import type { CustomerTrunk } from './customer-trunk.ts'
import { TRUNK_PRODUCTS, type TrunkCodec } from './products.ts'
import type { TrunkRange } from './sellable.ts'

export interface CapabilityFacts {
  readonly trunk: CustomerTrunk
  readonly ranges: readonly TrunkRange[]
  readonly server: TrunkServer
  /** SIP domain and realm of the customer. */
  readonly domain: string
  /** URL of the document itself. */
  readonly location: string
  /** Since when what it says holds. */
  readonly notBefore: Date
}

const MODULE = 'ietf-sip-auto-peering'
const FORMATS: Readonly<Record<TrunkCodec, string>> = { PCMA: 'pcma', PCMU: 'pcmu', G729: 'g729' }
/** Of RTP events (RFC 4733), as this exchange offers them. */
const DTMF_PAYLOAD = 101

/**
 * How a PBX peers with the trunk by itself: the capability set document of RFC 10006, in JSON by RFC 7951 after its YANG module. The module's published
 * text was not to be had here: this follows the last public one, of draft-ietf-asap-sip-auto-peer-40 (2025-12-21). Passwords are left out: only what proves them is known.
 */
export function capabilitySet(facts: CapabilityFacts): Record<string, unknown> {
  const { trunk, location, notBefore } = facts
  return {
    [`${MODULE}:sip-auto-peering`]: {
      variant: identity('v1-0'),
      revision: { 'not-before': notBefore.toISOString(), location },
      'transport-info': transportInfo(facts),
      'call-spec': callSpec(facts),
      media: media(trunk),
      dtmf: { 'payload-number': DTMF_PAYLOAD, iteration: true },
      security: security(trunk),
      extension: extensions(trunk),
    },
  }
}

/** TLS is TCP that is secure (`security`); the module has no other name for it. */
function transportInfo({ trunk, server, domain }: CapabilityFacts): object {
  const here = { host: server.host, port: portOf(trunk, server) }
  const { access } = trunk
  return {
    transport: [identity(trunk.transport === 'UDP' ? 'udp' : 'tcp')],
    ...(access.kind === 'registration'
      ? { registrar: [here], realm: access.logins.map(({ username }) => ({ name: domain, username })) }
      : { realm: [] }),
    'call-control': [here],
    'outbound-proxy': [here],
  }
}

function callSpec({ trunk, ranges }: CapabilityFacts): object {
  const { access, signalling } = trunk
  const methods = ['invite', 'ack', 'bye', 'cancel', 'prack', 'update', ...(access.kind === 'registration' ? ['register'] : [])]
  return {
    'early-media': true,
    // Whoever rings beside others is behind one dialog of ours.
    'signaling-forking': false,
    'supported-method': hasOptions(trunk) ? [...methods, 'options', 'refer', 'notify'] : methods,
    'caller-id': { 'e164-format': false, 'preferred-method': signalling === 'sip-ddi' ? 'from' : 'p-asserted-identity' },
    'number-range': numberRanges(ranges.filter(({ state }) => IN_USE.has(state))),
  }
}

/** E.164 without plus, as in the example of the document. */
function numberRanges(ranges: readonly TrunkRange[]): readonly object[] {
  const blocks = ranges.filter(({ size }) => size > 1)
  const singles = ranges.filter(({ size }) => size === 1).map(({ first }) => first.slice(1))
  const listed = blocks.map(({ first, size }, index) => ({ index, type: 'range', count: size, value: [first.slice(1)] }))
  return singles.length === 0 ? listed : [...listed, { index: listed.length, type: 'collection', count: singles.length, value: singles }]
}

function media({ product }: CustomerTrunk): object {
  const { codecs, fax } = TRUNK_PRODUCTS[product]
  return {
    'media-type-audio': codecs.map((codec) => ({ 'media-format': identity(FORMATS[codec]), rate: 8000, ptime: 20 })),
    ...(fax ? { fax: { protocol: ['t38', 'pass-through'] } } : {}),
    rtp: { 'rtp-trigger': false, 'symmetric-rtp': true },
    rtcp: { 'symmetric-rtcp': true, 'rtcp-feedback': false },
  }
}

function security({ transport, srtp }: CustomerTrunk): object {
  const secure = transport === 'TLS'
  return {
    signaling: secure ? { secure, version: ['ietf-tls-common:tls12', 'ietf-tls-common:tls13'] } : { secure },
    'media-security': { 'key-management': srtp === 'none' ? [] : ['sdes'] },
    'secure-telephony-identity': { 'stir-compliance': false },
  }
}

/** Names of the enumeration `sip-option-tag`. The Microsoft profile has no Replaces outwards, SIP-DDI no transfer. */
function extensions({ signalling }: CustomerTrunk): readonly string[] {
  return ['one-hundred-rel', 'timer', ...(signalling === 'sipconnect' ? ['replaces'] : [])]
}

/** Of the module; JSON names its identities with it (RFC 7951 §6.8). */
function identity(name: string): string {
  return `${MODULE}:${name}`
}
