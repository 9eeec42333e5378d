/** A tenant's own recordings, as keys of the blob store. */
export interface TenantPrompts {
  /** By language and prompt, such as `de/please-wait`. */
  readonly replaced: ReadonlyMap<string, string>
  /** In the order in which they are played; none: the product's music. */
  readonly holdMusic: readonly string[]
}

export const NO_PROMPTS: TenantPrompts = { replaced: new Map(), holdMusic: [] }
