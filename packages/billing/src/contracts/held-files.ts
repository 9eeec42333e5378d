import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { profileOfDocument } from '../catalogue/read-profile.ts'
import { findVersion } from '../catalogue/store.ts'
import { type Day, versionOn } from './contract.ts'
import { contractIn } from './route-parts.ts'
import { findHistory } from './store.ts'
import type { ContractTables } from './tables.ts'

/** The profile as a contract holds it, which need not be what is sold today. */
export interface HeldFile {
  readonly contractId: string
  readonly versionId: string
  readonly file: ProfileFile
}

/** Of each contract that a customer has on a day, the one that began last first: what was agreed with it. */
export async function heldFiles(tx: Tx, tenantId: string, day: Day): Promise<readonly HeldFile[]> {
  const on = day.toString()
  const query = tx.tables<ContractTables>().selectFrom('contract').select('id').where('tenant_id', '=', tenantId)
  const running = query.where(sql<boolean>`begins_on <= ${on} AND (ends_on IS NULL OR ends_on >= ${on})`)
  const held: HeldFile[] = []
  for (const { id } of await running.orderBy('begins_on', 'desc').orderBy('id', 'desc').execute()) {
    const history = await findHistory(tx, id)
    const versionId = history && versionOn(contractIn(history), day)
    const version = versionId === undefined ? undefined : await findVersion(tx, versionId)
    if (version !== undefined) held.push({ contractId: id, versionId: version.id, file: profileOfDocument(version.document) })
  }
  return held
}
