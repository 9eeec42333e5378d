import { randomUUID } from 'node:crypto'

export type ChallengeState =
  | { readonly status: 'pending' | 'processing' | 'valid' }
  | { readonly status: 'invalid'; readonly error: { readonly type: string; readonly detail: string } }

/** One name to be proved by one challenge, and a certificate for it (RFC 8555 §7.1.3 to §7.1.5). */
export class Order {
  readonly id = randomUUID()
  readonly token = randomUUID().replaceAll('-', '')
  readonly accountId: string
  readonly name: string
  challenge: ChallengeState = { status: 'pending' }
  /** PEM, with its chain. */
  certificate: string | undefined

  constructor(accountId: string, name: string) {
    this.accountId = accountId
    this.name = name
  }

  view(base: string): object {
    const certificate = this.certificate === undefined ? {} : { certificate: `${base}/certificate/${this.id}` }
    return {
      status: this.#status(),
      identifiers: [{ type: 'dns', value: this.name }],
      authorizations: [`${base}/authorization/${this.id}`],
      finalize: `${base}/finalize/${this.id}`,
      ...certificate,
    }
  }

  authorizationView(base: string): object {
    const { status } = this.challenge
    const pending = status === 'processing' ? 'pending' : status
    return { status: pending, identifier: { type: 'dns', value: this.name }, challenges: [this.challengeView(base)] }
  }

  challengeView(base: string): object {
    return { type: 'http-01', url: `${base}/challenge/${this.id}`, token: this.token, ...this.challenge }
  }

  /** RFC 8555 §7.1.6. */
  #status(): string {
    if (this.certificate !== undefined) return 'valid'
    if (this.challenge.status === 'invalid') return 'invalid'
    return this.challenge.status === 'valid' ? 'ready' : 'pending'
  }
}
