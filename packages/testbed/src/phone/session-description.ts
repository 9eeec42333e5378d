/** Directions of RFC 3264 §5.1 as a phone offers them. */
export type PhoneDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

/** Where the media of a phone is said to be that has none. */
const NO_MEDIA_PORT = 40_000

/** A G.711 session description. */
export function phoneSdp(address: string, version: number, direction: PhoneDirection, port: number = NO_MEDIA_PORT): string {
  const lines = [
    'v=0',
    `o=- 1 ${version} IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8 0 101`,
    'a=rtpmap:101 telephone-event/8000',
    `a=${direction}`,
    '',
  ]
  return lines.join('\r\n')
}

/** A description of T.38 over UDPTL (ITU-T T.38 annex D). */
export function faxSdp(address: string, version: number, port: number = NO_MEDIA_PORT): string {
  const session = ['v=0', `o=- 1 ${version} IN IP4 ${address}`, 's=-', `c=IN IP4 ${address}`, 't=0 0']
  return [...session, `m=image ${port} udptl t38`, 'a=T38FaxVersion:0', 'a=T38FaxUdpEC:t38UDPRedundancy', ''].join('\r\n')
}

/** The direction that answers what is offered: on hold one listens. */
export function answerDirection(offer: string): PhoneDirection {
  if (offer.includes('a=sendonly')) return 'recvonly'
  if (offer.includes('a=recvonly')) return 'sendonly'
  return offer.includes('a=inactive') ? 'inactive' : 'sendrecv'
}
