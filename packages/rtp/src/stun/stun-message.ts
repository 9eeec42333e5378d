/**
 * STUN (RFC 8489, formerly 5389), as far as a relay needs it: binding requests and responses, with the attributes of ICE (RFC 8445 §16.1).
 *
 * ```
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +---+---------------------------+-------------------------------+
 * |0 0|       message type        |   length behind the header    |
 * +---+---------------------------+-------------------------------+
 * |                    magic cookie 0x2112A442                    |
 * +---------------------------------------------------------------+
 * |                transaction id, 12 octets                      |
 * +---------------------------------------------------------------+
 * ```
 */
export interface StunMessage {
  readonly kind: StunKind
  /** 12 octets. */
  readonly transactionId: Uint8Array
  /** Where the request came from, as the server saw it; with a response. */
  readonly mappedAddress: StunAddress | undefined
  /** Types of comprehension-required attributes that are not understood here (§6.3.1: answer 420). */
  readonly unknownRequired: readonly number[]
  /** `for:from`, the user name fragments of whom the check is for and who sends it (RFC 8445 §7.2.2). */
  readonly username: string | undefined
  /** PRIORITY: what the sender would give a peer-reflexive candidate. */
  readonly priority: number | undefined
  /** USE-CANDIDATE: the sender nominates this pair. */
  readonly useCandidate: boolean
  readonly role: IceRole | undefined
  /** ERROR-CODE of an error response. */
  readonly errorCode: number | undefined
  /** Where MESSAGE-INTEGRITY begins; what stands behind it is not protected and not read (RFC 8489 §14.5). */
  readonly integrityAt: number | undefined
  /** Where FINGERPRINT begins; undefined unless it is the last attribute, as it must be (§14.7). */
  readonly fingerprintAt: number | undefined
}

/** Who of the two decides on the pair (RFC 8445 §6.1.1). */
export type IceRole = 'controlling' | 'controlled'

export type StunKind = 'binding-request' | 'binding-indication' | 'binding-success' | 'binding-error'

export interface StunAddress {
  readonly addressFamily: 'IPv4' | 'IPv6'
  readonly address: string
  readonly port: number
}

export const STUN_HEADER_LENGTH = 20
export const STUN_MAGIC_COOKIE = 0x2112_a442
export const STUN_TRANSACTION_ID_LENGTH = 12
/** Attribute types, RFC 8489 §18.3 and RFC 8445 §16.1. */
export const ATTRIBUTE_USERNAME = 0x0006
export const ATTRIBUTE_MESSAGE_INTEGRITY = 0x0008
export const ATTRIBUTE_ERROR_CODE = 0x0009
export const ATTRIBUTE_UNKNOWN_ATTRIBUTES = 0x000a
export const ATTRIBUTE_XOR_MAPPED_ADDRESS = 0x0020
export const ATTRIBUTE_PRIORITY = 0x0024
export const ATTRIBUTE_USE_CANDIDATE = 0x0025
export const ATTRIBUTE_FINGERPRINT = 0x8028
export const ATTRIBUTE_ICE_CONTROLLED = 0x8029
export const ATTRIBUTE_ICE_CONTROLLING = 0x802a
/** Attributes read of one message. */
export const MAX_STUN_ATTRIBUTES = 32

export const STUN_TYPES: Readonly<Record<StunKind, number>> = {
  'binding-request': 0x0001,
  'binding-indication': 0x0011,
  'binding-success': 0x0101,
  'binding-error': 0x0111,
}

/** Tells a STUN message from RTP and RTCP on the same port by its first two bits and the cookie (RFC 7983). */
export function isStun(packet: Uint8Array): boolean {
  return (
    packet.length >= STUN_HEADER_LENGTH &&
    ((packet[0] ?? 0xff) & 0xc0) === 0 &&
    packet[4] === 0x21 &&
    packet[5] === 0x12 &&
    packet[6] === 0xa4 &&
    packet[7] === 0x42
  )
}
