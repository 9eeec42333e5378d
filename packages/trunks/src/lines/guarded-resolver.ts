import type { Resolver } from '@klinke/sip'

/** A resolver of names that somebody else chooses: the places that they may not lead to are left out. */
export function guardedResolver(resolver: Resolver, isForbidden: (address: string) => boolean): Resolver {
  return {
    resolve: async (...what) => (await resolver.resolve(...what)).filter(({ remote }) => !isForbidden(remote.address)),
  }
}
