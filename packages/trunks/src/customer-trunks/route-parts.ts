import type { Random } from '@klinke/foundation'
import { type Database, NotFound, OperatorOnly, type Principal, type Tx } from '@klinke/platform'
import { z } from 'zod'
import type { TrunkServer } from './configurations/facts.ts'
import { findTrunk, type StoredTrunk } from './store.ts'

/** What the routes of trunks stand on. */
export interface TrunkRouteParts {
  readonly database: Database
  readonly random: Random
  /** Charges a minor change of which its seller says so, where the customer's product does (TRK-16); absent: nothing is charged. */
  readonly charge?: (
    tx: Tx,
    made: { readonly tenantId: string; readonly note: string; readonly siteId: string | null; readonly by: string },
  ) => Promise<void>
  /** Where PBXes reach this exchange; asked with each request. `baseUrl`: of its web server, without a slash at its end. */
  readonly server: () => TrunkServer & { readonly baseUrl: string }
}

export const trunkParams = z.object({ trunkId: z.uuid() })
export const trunkTags = ['customer-trunks']
export async function foundTrunk(tx: Tx, id: string, lock?: 'for update'): Promise<StoredTrunk> {
  const trunk = await findTrunk(tx, id, lock)
  if (trunk === undefined) throw new NotFound('customer trunk', id)
  return trunk
}

/** Throws `OperatorOnly` for the customer's own administrators. */
export function assertSeller({ kind }: Principal): void {
  if (kind === 'tenant' || kind === 'user') throw new OperatorOnly()
}
