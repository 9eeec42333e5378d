/** Who is at work in a request, for the audit log. */
export interface Actor {
  readonly kind: 'operator' | 'reseller' | 'tenant' | 'user'
  /** Of the login or of the API key. */
  readonly id: string
  readonly name: string
  readonly address: string
  readonly requestId: string
  /** Method and pattern of the route. */
  readonly route: string
}

/** An actor at work, and whether what he did is in the audit log already. */
export interface Work {
  readonly actor: Actor
  audited: boolean
}
