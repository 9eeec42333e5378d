import type { CryptoSuite } from '../sdp/crypto-attribute.ts'

/** Tag octets of each suite. RTCP always carries the long tag (RFC 4568 §6.2.2). */
export const RTP_TAG_LENGTH: Readonly<Record<CryptoSuite, number>> = {
  AES_CM_128_HMAC_SHA1_80: 10,
  AES_CM_128_HMAC_SHA1_32: 4,
}

export const RTCP_TAG_LENGTH = 10

/** Octets an SRTP or SRTCP packet is longer than the plain one, at most: index (RTCP) and tag. Buffers need that room. */
export const SRTP_MAX_OVERHEAD = 14

/** Flag of the SRTCP index word: the packet is encrypted (RFC 3711 §3.4). */
export const RTCP_ENCRYPTED_FLAG = 0x8000_0000

/** Highest SRTCP index (31 bits): afterwards the key is used up. */
export const MAX_RTCP_INDEX = 0x7fff_ffff

/** Octets of an RTCP packet that stay readable: header and sender SSRC. */
export const RTCP_CLEAR_LENGTH = 8

/** Synchronisation sources kept per direction; beyond that the one silent for longest is forgotten. */
export const MAX_SOURCES = 64
