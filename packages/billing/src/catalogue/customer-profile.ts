import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ContractTables } from '../contracts/tables.ts'
import type { ProfileFile } from './profile-file.ts'
import { profileOfDocument } from './read-profile.ts'
import { findVersion, versionAt } from './store.ts'

/**
 * The document of the product profile that a customer has on a day, as it is sold then: for rooms that read their own key of it. Of several contracts the one that
 * began last. For the operator's own work; undefined: the customer has no contract.
 */
export async function customerProfile(
  tx: Tx,
  tenantId: string,
  day: Temporal.PlainDate,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const running = await runningContract(tx, tenantId, day)
  const version = running && (await versionAt(tx, running.profile, day))
  return version === undefined ? undefined : (await findVersion(tx, version))?.document
}

/** The same as the rooms read it, without what none of them knows any more. Throws `ZodError` for what cannot be read otherwise. */
export async function customerFile(tx: Tx, tenantId: string, day: Temporal.PlainDate): Promise<ProfileFile | undefined> {
  const document = await customerProfile(tx, tenantId, day)
  return document && profileOfDocument(document)
}

/** The contract that a customer has on a day; of several the one that began last. */
function runningContract(tx: Tx, tenantId: string, day: Temporal.PlainDate) {
  const today = day.toString()
  return tx
    .tables<ContractTables>()
    .selectFrom('contract')
    .select(['id', 'profile'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`begins_on <= ${today} AND (ends_on IS NULL OR ends_on >= ${today})`)
    .orderBy('begins_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
