import { listLogins } from '@klinke/accounts'
import type { Database } from '@klinke/platform'

/** People who are told of one thing. */
const MAX_TOLD = 10
const SORTING = { key: 'createdAt', descending: false, after: undefined } as const

type Told = Awaited<ReturnType<typeof listLogins>>[number]

/** Administrators of a customer who may sign in. */
export async function administratorsTold(database: Database, tenantId: string): Promise<readonly Told[]> {
  return mayStill(await database.withTenant(tenantId, (tx) => listLogins(tx, { kind: 'tenant' }, SORTING, MAX_TOLD)))
}

/** People of the operator who may sign in. */
export async function operatorsTold(database: Database): Promise<readonly Told[]> {
  return mayStill(await database.withOperator((tx) => listLogins(tx, { kind: 'operator' }, SORTING, MAX_TOLD)))
}

/** Who was locked out reads nothing of the customer any more. */
function mayStill(logins: readonly Told[]): readonly Told[] {
  return logins.filter(({ disabled }) => !disabled)
}
