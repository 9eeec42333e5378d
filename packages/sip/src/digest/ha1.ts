import { type DigestAlgorithm, digestHash } from './algorithm.ts'

/** What a server keeps instead of a password: one HA1 per algorithm, lower-case hex. */
export interface Ha1s {
  readonly md5: string
  readonly sha256: string
}

/** H(username:realm:password), RFC 7616 §3.4.2. */
export function ha1(algorithm: DigestAlgorithm, username: string, realm: string, password: string): string {
  return digestHash(algorithm, `${username}:${realm}:${password}`)
}

/** The HA1s of one password, for all algorithms. */
export function ha1s(username: string, realm: string, password: string): Ha1s {
  return { md5: ha1('MD5', username, realm, password), sha256: ha1('SHA-256', username, realm, password) }
}
