import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Fingerprint, FingerprintHash } from '@klinke/rtp'

/** A key and a certificate for it that nobody but its owner has signed: with DTLS-SRTP only its fingerprint counts (RFC 5763 §3). */
export interface DtlsIdentity {
  /** X.509, DER. */
  readonly certificate: Uint8Array
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array
}

const OID_ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex')
const OID_COMMON_NAME = Buffer.from('0603550403', 'hex')
/** Short, so that the server's part of the handshake fits one datagram. */
const COMMON_NAME = 'klinke'
/** It lives as long as the process, and nobody asks for its dates; the end is that of certificates without one (RFC 5280 §4.1.2.5). */
const NOT_BEFORE = '20200101000000Z'
const NOT_AFTER = '99991231235959Z'

/** A new identity on P-256, which all browsers speak (RFC 8827 §6.5). */
export function newDtlsIdentity(): DtlsIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const unsigned = toBeSigned(publicKey.export({ format: 'der', type: 'spki' }))
  const signature = sign('sha256', unsigned, privateKey)
  return {
    certificate: sequence(unsigned, sequence(OID_ECDSA_WITH_SHA256), der(0x03, Buffer.of(0), signature)),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

/** What a session description says of a certificate. */
export function fingerprintOf(certificate: Uint8Array, hash: FingerprintHash = 'sha-256'): Fingerprint {
  const digits = createHash(hash.replace('-', '')).update(certificate).digest('hex').toUpperCase()
  return { hash, value: digits.match(/../g)?.join(':') ?? '' }
}

/** TBSCertificate of RFC 5280 §4.1. */
function toBeSigned(publicKey: Buffer): Buffer {
  const name = sequence(der(0x31, sequence(OID_COMMON_NAME, der(0x0c, Buffer.from(COMMON_NAME)))))
  const serial = randomBytes(8)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const validity = sequence(der(0x18, Buffer.from(NOT_BEFORE)), der(0x18, Buffer.from(NOT_AFTER)))
  return sequence(der(0xa0, der(0x02, Buffer.of(2))), der(0x02, serial), sequence(OID_ECDSA_WITH_SHA256), name, validity, name, publicKey)
}

function sequence(...content: readonly Uint8Array[]): Buffer {
  return der(0x30, ...content)
}

/** Tag, length, content (X.690 §8.1). */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const length =
    body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}
