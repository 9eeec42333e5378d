import { type DigestAlgorithm, digestHash } from './algorithm.ts'

/** All that goes into a response but the secret (RFC 7616 §3.4.1). */
export interface DigestInput {
  readonly algorithm: DigestAlgorithm
  readonly method: string
  /** The `uri` parameter, byte by byte. */
  readonly uri: string
  readonly nonce: string
  /** With qop=auth; absent for a server that offers no qop (RFC 2617 §3.2.2.1). */
  readonly count?: { readonly nc: string; readonly cnonce: string }
}

/** The `response` parameter, lower-case hex. */
export function digestResponse(ha1: string, input: DigestInput): string {
  const { algorithm, method, uri, nonce, count } = input
  const ha2 = digestHash(algorithm, `${method}:${uri}`)
  const between = count === undefined ? nonce : `${nonce}:${count.nc}:${count.cnonce}:auth`
  return digestHash(algorithm, `${ha1}:${between}:${ha2}`)
}

/** A nonce count as it is written: eight hex digits. */
export function printNonceCount(count: number): string {
  return count.toString(16).padStart(8, '0')
}
