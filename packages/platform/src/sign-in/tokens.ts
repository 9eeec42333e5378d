import { createHash, randomBytes } from 'node:crypto'

const RANDOM_BYTES = 32

/** A secret for somebody to keep: 256 random bits. The database gets `hashOf` it only. */
export function newToken(): string {
  return randomBytes(RANDOM_BYTES).toString('base64url')
}

/** So many random bits need no slow hash: there is nothing to guess. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
