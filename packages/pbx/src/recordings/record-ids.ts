import type { Call } from '@klinke/calls'

/** Ids of the records that a call has at a tenant, its own first: one per undertaking, such as a transfer. */
export function recordIds({ parties }: Call, tenantId: string): readonly string[] {
  const keys = parties.journals.flatMap((journal) => journal.keys)
  return keys.filter((key) => key.tenantId === tenantId).map(({ id }) => id)
}
