import { keyAndSalt, type NegotiatedStream, SrtpReceiver, SrtpSender } from '@klinke/rtp'
import type { SrtpKeys } from '../../dtls/srtp-profile.ts'
import type { Inbound } from './inbound.ts'
import type { Outbound } from './outbound.ts'

/** The keys that a browser has agreed on by DTLS. */
export function protectBy(keys: SrtpKeys, inbound: Inbound, outbound: Outbound): void {
  outbound.srtp = new SrtpSender(keys.suite, keys.send)
  inbound.srtp = new SrtpReceiver(keys.suite, keys.receive)
}

/** Follows the keys of a negotiation. New keys make new contexts; the same keys go on, for their counters must (RFC 3711 §3.2.1). */
export function protect(inbound: Inbound, outbound: Outbound, stream: NegotiatedStream, before: NegotiatedStream | undefined): void {
  const { srtp } = stream
  // A browser's come by DTLS.
  if (stream.webRtc) return
  const key = (side: 'send' | 'receive', of: NegotiatedStream | undefined): string => JSON.stringify(of?.srtp?.[side] ?? null)
  if (key('send', stream) !== key('send', before)) outbound.srtp = srtp && new SrtpSender(srtp.send.suite, keyAndSalt(srtp.send))
  if (key('receive', stream) !== key('receive', before)) {
    inbound.srtp = srtp && new SrtpReceiver(srtp.receive.suite, keyAndSalt(srtp.receive))
  }
}
