import { keyAndSalt, type NegotiatedStream, SrtpReceiver, SrtpSender } from '@klinke/rtp'
import type { Inbound } from './inbound.ts'
import type { Outbound } from './outbound.ts'

/** Follows the keys of a negotiation. New keys make new contexts; the same keys go on, for their counters must (RFC 3711 §3.2.1). */
export function protect(inbound: Inbound, outbound: Outbound, stream: NegotiatedStream, before: NegotiatedStream | undefined): void {
  const { srtp } = stream
  const key = (side: 'send' | 'receive', of: NegotiatedStream | undefined): string => JSON.stringify(of?.srtp?.[side] ?? null)
  if (key('send', stream) !== key('send', before)) outbound.srtp = srtp && new SrtpSender(srtp.send.suite, keyAndSalt(srtp.send))
  if (key('receive', stream) !== key('receive', before)) {
    inbound.srtp = srtp && new SrtpReceiver(srtp.receive.suite, keyAndSalt(srtp.receive))
  }
}
