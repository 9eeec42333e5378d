import { hash } from 'node:crypto'

/** Digest algorithms in order of preference: RFC 8760 §2.1 adds SHA-256, MD5 is what every phone can do. */
export const DIGEST_ALGORITHMS = ['SHA-256', 'MD5'] as const

export type DigestAlgorithm = (typeof DIGEST_ALGORITHMS)[number]

/** The algorithm a peer names; absent means MD5 (RFC 7616 §3.3). `undefined` for one that is not spoken here. */
export function digestAlgorithm(token: string | undefined): DigestAlgorithm | undefined {
  if (token === undefined) return 'MD5'
  const capitals = token.toUpperCase()
  return DIGEST_ALGORITHMS.find((algorithm) => algorithm === capitals)
}

/** H of RFC 7616 §3.4 in lower-case hex. */
export function digestHash(algorithm: DigestAlgorithm, text: string): string {
  return hash(algorithm === 'MD5' ? 'md5' : 'sha256', text, 'hex')
}
