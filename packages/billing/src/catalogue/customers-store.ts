import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ContractTables } from '../contracts/tables.ts'

interface Tables extends ContractTables {
  readonly tenant: { readonly id: string; readonly name: string }
}

/** A customer with a contract of a profile. */
export interface ProfileCustomer {
  readonly contractId: string
  readonly tenantId: string
  readonly tenantName: string
  readonly begins: string
  readonly ends: string | null
}

/** Contracts of the profile that have not ended by that day. */
export async function countContracts(tx: Tx, profile: string, today: Temporal.PlainDate): Promise<number> {
  const query = tx
    .tables<Tables>()
    .selectFrom('contract')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('profile', '=', profile)
  const running = query.where(sql<boolean>`(ends_on IS NULL OR ends_on >= ${today.toString()})`)
  return (await running.executeTakeFirstOrThrow()).count
}

/** Who has a profile; in the order of their contracts. */
export function listCustomers(
  tx: Tx,
  profile: string,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<readonly ProfileCustomer[]> {
  let query = tx
    .tables<Tables>()
    .selectFrom('contract')
    .innerJoin('tenant', 'tenant.id', 'contract.tenant_id')
    .select(['contract.id as contractId', 'tenant.id as tenantId', 'tenant.name as tenantName'])
    .select([sql<string>`begins_on::text`.as('begins'), sql<string | null>`ends_on::text`.as('ends')])
    .where('contract.profile', '=', profile)
  if (after !== undefined) query = query.where('contract.id', '>', after)
  return query.orderBy('contract.id').limit(limit).execute()
}
