import type { ServerIdentity } from './server-identity.ts'

/** What this server proves itself with, replaced while it runs. New handshakes use the new certificate, open connections stay as they are. */
export class LiveIdentity {
  #current: ServerIdentity
  readonly #users = new Set<(identity: ServerIdentity) => void>()

  constructor(identity: ServerIdentity) {
    this.#current = identity
  }

  get current(): ServerIdentity {
    return this.#current
  }

  /** From now on `use` is told of each new one. */
  follow(use: (identity: ServerIdentity) => void): void {
    this.#users.add(use)
  }

  replace(identity: ServerIdentity): void {
    this.#current = identity
    for (const use of this.#users) use(identity)
  }
}
