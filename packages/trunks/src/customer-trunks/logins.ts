import type { Random } from '@klinke/foundation'
import { type NewLogin, newLogin } from './account.ts'
import type { TrunkLogin } from './customer-trunk.ts'
import { TRUNK_PRODUCTS } from './products.ts'
import type { TrunkTerms } from './sellable.ts'

/** The logins of a trunk, with those among them that are new. */
export interface Logins {
  readonly logins: readonly TrunkLogin[]
  readonly fresh: readonly NewLogin[]
}

/** Blocks that a trunk of these terms has a login for each; undefined stands for all numbers of the trunk. */
export function loginBlocks({
  product,
  access,
  ranges,
}: Pick<TrunkTerms, 'product' | 'access' | 'ranges'>): readonly (string | undefined)[] {
  if (access.kind !== 'registration') return []
  return TRUNK_PRODUCTS[product].logins === 'one' ? [undefined] : ranges.map(({ first }) => first)
}

/** What a trunk of these terms needs, keeping what of `before` can stay, so that no PBX has to be told of it. */
export function loginsFor(
  terms: Pick<TrunkTerms, 'product' | 'access' | 'ranges'>,
  before: readonly TrunkLogin[],
  realm: string,
  random: Random,
): Logins {
  const drawn = loginBlocks(terms).map((block): { readonly login: TrunkLogin; readonly fresh?: NewLogin } => {
    const kept = before.find((login) => login.block === block)
    if (kept !== undefined) return { login: kept }
    const fresh = newLogin(realm, block, random)
    return { login: fresh.login, fresh }
  })
  return { logins: drawn.map(({ login }) => login), fresh: drawn.flatMap(({ fresh }) => fresh ?? []) }
}
