import { isDeepStrictEqual } from 'node:util'
import type { CustomerTrunk, TrunkAccess, TrunkLogin } from './customer-trunk.ts'
import type { TrunkRange } from './sellable.ts'

/** What the operations of TRK-16 change of a trunk, as JSON keeps it: without `undefined`. */
export interface TrunkState extends Pick<CustomerTrunk, 'product' | 'signalling' | 'transport'> {
  readonly access:
    | { readonly kind: 'registration'; readonly logins: readonly (Omit<TrunkLogin, 'block'> & { readonly block: string | null })[] }
    | { readonly kind: 'fixed-ip'; readonly places: readonly { readonly host: string; readonly port: number | null }[] }
  readonly headNumber: string | null
  readonly ranges: readonly { readonly first: string; readonly siteId: string | null }[]
}

export function stateOf(
  { product, signalling, transport, access, headNumber }: Omit<CustomerTrunk, 'id' | 'tenantId'>,
  ranges: readonly TrunkRange[],
): TrunkState {
  return {
    ...{ product, signalling, transport, headNumber: headNumber ?? null },
    access:
      access.kind === 'registration'
        ? { kind: access.kind, logins: access.logins.map((login) => ({ ...login, block: login.block ?? null })) }
        : { kind: access.kind, places: access.places.map(({ host, port }) => ({ host, port: port ?? null })) },
    ranges: ranges.map(({ first, siteId }) => ({ first, siteId })),
  }
}

/** The trunk with the state in it. */
export function inState<Trunk extends CustomerTrunk>(
  trunk: Trunk,
  { product, signalling, transport, access, headNumber }: TrunkState,
): Trunk {
  return { ...trunk, product, signalling, transport, access: accessIn(access), headNumber: headNumber ?? undefined }
}

function accessIn(access: TrunkState['access']): TrunkAccess {
  if (access.kind === 'registration')
    return { kind: access.kind, logins: access.logins.map((login) => ({ ...login, block: login.block ?? undefined })) }
  return { kind: access.kind, places: access.places.map(({ host, port }) => ({ host, port: port ?? undefined })) }
}

/** Whatever the order of their keys, which JSON in the database does not keep; accounts in any order. */
export function sameState(one: TrunkState, other: TrunkState): boolean {
  return isDeepStrictEqual(inOrder(one), inOrder(other))
}

function inOrder(state: TrunkState): TrunkState {
  const ranges = state.ranges.toSorted((one, other) => (one.first < other.first ? -1 : 1))
  if (state.access.kind === 'fixed-ip') return { ...state, ranges }
  const logins = state.access.logins.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { ...state, ranges, access: { kind: 'registration', logins } }
}
