import type { Database } from '@klinke/platform'
import type { Contract } from '../contracts/contract.ts'
import { contractOf } from '../contracts/fold.ts'
import { findHistory } from '../contracts/store.ts'

/** Undefined: there is none, or not any more. */
export async function findContract(database: Pick<Database, 'withOperator'>, id: string | undefined): Promise<Contract | undefined> {
  if (id === undefined) return undefined
  const history = await database.withOperator((tx) => findHistory(tx, id))
  return history && contractOf(history)
}
