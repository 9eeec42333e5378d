import type { Random } from '@klinke/foundation'
import { type IceCredentials, newIceCredentials, sameCredentials } from '../ice/credentials.ts'
import { attributeValue, hasAttribute } from '../sdp/attributes.ts'
import { type Fingerprint, fingerprintsOf, printFingerprint } from '../sdp/fingerprint.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import type { EndpointNegotiation, LocalPort } from './endpoint-negotiation.ts'

/** Who begins the DTLS handshake (RFC 4145, RFC 8842): `active` is its client. */
export type DtlsSetup = 'active' | 'passive' | 'actpass'

/** What a peer tells of its WebRTC transport: paths by ICE (RFC 8839), keys by DTLS (RFC 5763), RTCP on the RTP port. */
export interface WebRtcPeer {
  readonly ice: IceCredentials
  readonly fingerprints: readonly Fingerprint[]
  readonly setup: DtlsSetup
}

/** RFC 8445 §5.1.2.1 for a host's first candidate: type preference 126, local preference 65535, component 1. */
const HOST_PRIORITY = 2_130_706_431
const NEXT_LOCAL_PREFERENCE = 256
/** RFC 8839 §5.4. */
const FRAGMENT = /^[A-Za-z0-9+/]{4,256}$/
const PASSWORD = /^[A-Za-z0-9+/]{22,256}$/
const SETUPS: ReadonlySet<string> = new Set(['active', 'passive', 'actpass'] satisfies DtlsSetup[])

/** Undefined when anything is missing or damaged. The line must carry its own attributes: see `readDescription`. */
export function webRtcPeerOf(media: MediaDescription): WebRtcPeer | undefined {
  const usernameFragment = attributeValue(media, 'ice-ufrag') ?? ''
  const password = attributeValue(media, 'ice-pwd') ?? ''
  const fingerprints = fingerprintsOf(media)
  // Without the attribute the answerer is active (RFC 4145 §4.1).
  const setup = attributeValue(media, 'setup') ?? 'active'
  if (!FRAGMENT.test(usernameFragment) || !PASSWORD.test(password) || fingerprints.length === 0) return undefined
  if (!isSetup(setup) || !hasAttribute(media, 'rtcp-mux')) return undefined
  return { ice: { usernameFragment, password }, fingerprints, setup }
}

/** The credentials that this endpoint has told its peer; new ones for a new line, and when the peer restarts ICE (RFC 8839 §4.4.1.1.1). */
function localIce(endpoint: EndpointNegotiation, line: number, offered: MediaDescription | undefined, random: Random): IceCredentials {
  const told = ownOf(endpoint.agreed?.local.media[line])
  if (!told) return newIceCredentials(random)
  const before = endpoint.agreed?.remote.media[line]
  const [was, is] = [before && webRtcPeerOf(before), offered && webRtcPeerOf(offered)]
  return was && is && !sameCredentials(was.ice, is.ice) ? newIceCredentials(random) : told.ice
}

function ownOf(media: MediaDescription | undefined): WebRtcPeer | undefined {
  return media && media.port !== 0 ? webRtcPeerOf(media) : undefined
}

/**
 * Our transport on a line: a host candidate for each address of ours, ICE's lite side (said for the session), DTLS's server. `offered` is the line of the
 * peer that this one answers.
 */
export function webRtcAttributes(
  endpoint: EndpointNegotiation,
  line: number,
  port: LocalPort,
  offered: MediaDescription | undefined,
  random: Random,
): Attribute[] {
  const { fingerprint } = endpoint.profile
  const { usernameFragment, password } = localIce(endpoint, line, offered, random)
  const previous = endpoint.agreed?.local.media[line]
  const mid = offered ? attributeValue(offered, 'mid') : ((previous && attributeValue(previous, 'mid')) ?? String(line))
  return [
    ...(mid === undefined ? [] : [{ name: 'mid', value: mid }]),
    { name: 'ice-ufrag', value: usernameFragment },
    { name: 'ice-pwd', value: password },
    ...hostCandidates(endpoint, port),
    { name: 'end-of-candidates', value: undefined },
    { name: 'fingerprint', value: fingerprint ? printFingerprint(fingerprint) : '' },
    // An offer leaves the choice to the answerer (RFC 8842 §5.2), which takes the client's part.
    { name: 'setup', value: offered ? 'passive' : 'actpass' },
    { name: 'rtcp-mux', value: undefined },
  ]
}

function hostCandidates({ localAddress, profile }: EndpointNegotiation, { rtpPort }: LocalPort): Attribute[] {
  const addresses = new Set([localAddress, profile.otherAddress ?? localAddress])
  return [...addresses].map((address, index) => {
    const priority = HOST_PRIORITY - index * NEXT_LOCAL_PREFERENCE
    return { name: 'candidate', value: `${index + 1} 1 udp ${priority} ${address} ${rtpPort} typ host` }
  })
}

function isSetup(text: string): text is DtlsSetup {
  return SETUPS.has(text)
}
