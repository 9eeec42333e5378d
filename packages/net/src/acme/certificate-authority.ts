import { KlinkeError } from '@klinke/foundation'
import type { ServerIdentity } from '../tls/server-identity.ts'

/** Who gives out certificates. */
export interface CertificateAuthority {
  /** A new key with a certificate for `name`. Rejects with `OrderFailed`. */
  order(name: string): Promise<ServerIdentity>
}

/** There is no certificate this time: the authority is away, refuses, or has not found the answer to its challenge. */
export class OrderFailed extends KlinkeError {
  /** Before that the authority does not want to be asked again (RFC 8555 §6.6). */
  readonly retryAfterMs: number | undefined

  constructor(why: string, retryAfterMs?: number, cause?: unknown) {
    super('certificate-order-failed', why, cause === undefined ? undefined : { cause })
    this.retryAfterMs = retryAfterMs
  }
}
