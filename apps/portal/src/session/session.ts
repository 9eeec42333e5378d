/** For whom the portal works; what the server calls the principal. */
export type Who =
  | { readonly kind: 'operator' }
  | { readonly kind: 'reseller'; readonly resellerId: string }
  /** `rights`: the areas that this administrator may change; `all` for a customer's first one and for API keys. */
  | { readonly kind: 'tenant'; readonly tenantId?: string; readonly rights: 'all' | readonly string[] }
  | { readonly kind: 'user'; readonly tenantId: string; readonly extensionId: string }

/** Somebody who is signed in. */
export interface Session {
  readonly who: Who
  /** Shown in the header; empty when there is none. */
  readonly name: string
}

/** May administer telephony: all but a user, who sees the own extension only. */
export function administers(who: Who): boolean {
  return who.kind !== 'user'
}

/** May see a customer's things of this area. */
export function mayUse(who: Who, area: string): boolean {
  if (who.kind === 'tenant') return who.rights === 'all' || who.rights.includes(area)
  return administers(who)
}

/** Sees several customers, and chooses one to work for. */
export function hasCustomers(who: Who): boolean {
  return who.kind === 'operator' || who.kind === 'reseller'
}
