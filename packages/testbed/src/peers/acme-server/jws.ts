import { createHash, createHmac, createPublicKey, timingSafeEqual, verify, type webcrypto } from 'node:crypto'
import { AcmeProblem } from './problem.ts'

/** A JSON Web Signature in its flattened form (RFC 7515 §7.2.2). */
interface FlattenedJws {
  readonly protected: string
  readonly payload: string
  readonly signature: string
}

/** What the signature covers besides the payload (RFC 8555 §6.2). */
export interface ProtectedHeader {
  readonly alg: string
  readonly nonce?: string
  readonly url?: string
  readonly jwk?: webcrypto.JsonWebKey
  readonly kid?: string
}

/** A request whose signature is not yet verified. */
export interface SignedRequest {
  readonly jws: FlattenedJws
  readonly header: ProtectedHeader
  /** Undefined for POST-as-GET (RFC 8555 §6.3). */
  readonly payload: Readonly<Record<string, unknown>> | undefined
}

export function readJws(value: unknown): SignedRequest {
  if (!isFlattened(value)) throw new AcmeProblem(400, 'malformed', 'The body is no flattened JWS.')
  try {
    const header = decoded(value.protected) as ProtectedHeader
    return { jws: value, header, payload: value.payload === '' ? undefined : (decoded(value.payload) as Record<string, unknown>) }
  } catch {
    throw new AcmeProblem(400, 'malformed', 'The JWS does not hold JSON.')
  }
}

/** Throws unless the holder of that public key has signed it by ES256 (RFC 7518 §3.4). */
export function verifySignature({ jws, header }: SignedRequest, jwk: webcrypto.JsonWebKey): void {
  if (header.alg !== 'ES256') throw new AcmeProblem(400, 'badSignatureAlgorithm', 'Only ES256.')
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const signed = Buffer.from(`${jws.protected}.${jws.payload}`)
  if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(jws.signature, 'base64url'))) {
    throw new AcmeProblem(401, 'unauthorized', 'The signature is wrong.')
  }
}

/** Throws unless the key of an external account vouches for this one (RFC 8555 §7.3.4). */
export function verifyBinding(
  value: unknown,
  url: string,
  jwk: webcrypto.JsonWebKey,
  account: { readonly keyId: string; readonly key: string },
): void {
  const refused = new AcmeProblem(403, 'externalAccountRequired', 'The account is not bound to one of ours.')
  if (!isFlattened(value)) throw refused
  const { header, payload } = readJws(value)
  const expected = createHmac('sha256', Buffer.from(account.key, 'base64url')).update(`${value.protected}.${value.payload}`).digest()
  const given = Buffer.from(value.signature, 'base64url')
  const isSigned = header.alg === 'HS256' && given.length === expected.length && timingSafeEqual(given, expected)
  if (!isSigned || header.kid !== account.keyId || header.url !== url || thumbprint(payload ?? {}) !== thumbprint(jwk)) throw refused
}

/** Names a key: RFC 7638, of an elliptic curve. */
export function thumbprint({ crv, kty, x, y }: webcrypto.JsonWebKey): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

function isFlattened(value: unknown): value is FlattenedJws {
  const fields = (value ?? {}) as Partial<Record<keyof FlattenedJws, unknown>>
  return [fields.protected, fields.payload, fields.signature].every((part) => typeof part === 'string')
}

function decoded(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}
