import type { Extension } from '@klinke/accounts'
import type { CallParty } from '@klinke/calls'
import { type CallerNames, named } from '../phone-books/caller-names.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { CallContext } from './context.ts'

/** A caller who comes into a tenant's PBX, by the name that the company's phone books have; and as he came, for whom it is none of their business. */
export function namedByCompany(asCame: CallParty, tenant: PbxSnapshot, names: CallerNames): Pick<CallContext, 'from' | 'asCame'> {
  return { from: named(asCame, names, { tenantId: tenant.id, when: tenant.phoneBooks }), asCame }
}

/**
 * A party as an extension's phones show it. The extension's own phone book names who calls that extension; calls for many (a group, a queue,
 * the operator) show all of them the same.
 */
export function namedFor(party: CallParty, { id }: Extension, { tenant, pbx, ringsAs }: CallContext): CallParty {
  const forMany = ringsAs?.kind === 'group' || ringsAs?.kind === 'queue' || ringsAs?.kind === 'operator'
  return named(party, pbx.names, { tenantId: tenant.id, extensionId: forMany ? undefined : id, when: tenant.phoneBooks })
}
