import { isStun } from '@klinke/rtp'

export type DatagramKind = 'sip' | 'stun' | 'keep-alive' | 'garbage'

const CR = 0x0d
const LF = 0x0a
/** Shorter than any SIP message: `A a:b SIP/2.0`, and a response has more. */
const MIN_MESSAGE_BYTES = 16
/** Phones send a zero byte, a space or line breaks to keep their NAT binding open. */
const MAX_KEEP_ALIVE_BYTES = 4

/** What a datagram on the SIP port is, told by its first bytes. Only SIP goes on to the parser. */
export function datagramKind(datagram: Uint8Array): DatagramKind {
  if (datagram.length <= MAX_KEEP_ALIVE_BYTES) return 'keep-alive'
  const first = datagram[0] as number
  if (isTokenByte(first)) return datagram.length < MIN_MESSAGE_BYTES ? 'garbage' : 'sip'
  if (first < 4) return isStun(datagram) ? 'stun' : 'garbage'
  if (first !== CR) return 'garbage'
  const message = skipLineBreaks(datagram)
  if (message.length === 0) return 'keep-alive'
  return message.length >= MIN_MESSAGE_BYTES && isTokenByte(message[0] as number) ? 'sip' : 'garbage'
}

/** The datagram without CRLF before the start line, which is to be ignored (RFC 3261 §7.5). */
export function skipLineBreaks(datagram: Uint8Array): Uint8Array {
  let at = 0
  while (datagram[at] === CR && datagram[at + 1] === LF) at += 2
  return at === 0 ? datagram : datagram.subarray(at)
}

/** A start line begins with a method, which is a token, or `SIP/2.0` (RFC 3261 §25.1). */
function isTokenByte(byte: number): boolean {
  const letter = byte | 0x20
  if (letter >= 0x61 && letter <= 0x7a) return true
  if (byte >= 0x30 && byte <= 0x39) return true
  // - . ! % * _ + ` ' ~
  return "-.!%*_+`'~".includes(String.fromCharCode(byte))
}
