import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Selectable } from 'kysely'
import type { Target } from './level-rules.ts'
import { assertRoom, deleted, type OutboundTables, type Part, type RuleOwner } from './tables.ts'

export interface StoredRelease extends RuleOwner {
  readonly id: string
  readonly target: Target
  readonly formReference: string
  /** ISO date. */
  readonly formDate: string
  readonly releasedBy: string
  readonly validFrom: Date
  readonly validUntil: Date | null
}

/** Throws `TooManyOutboundRules`. */
export async function insertRelease(
  tx: Tx,
  release: Omit<StoredRelease, 'id' | 'validFrom' | 'validUntil'> & { readonly validFrom: string; readonly validUntil: string | null },
): Promise<StoredRelease> {
  await assertRoom(tx, 'outbound_release', release.tenantId)
  const row = {
    ...{ id: randomUUIDv7(), tenant_id: release.tenantId, extension_id: release.extensionId, target: release.target },
    ...{ form_reference: release.formReference, form_date: release.formDate, released_by: release.releasedBy },
    ...{ valid_from: release.validFrom, valid_until: release.validUntil },
  }
  return releaseFrom(await tx.tables<OutboundTables>().insertInto('outbound_release').values(row).returningAll().executeTakeFirstOrThrow())
}

export async function findRelease(tx: Tx, id: string): Promise<StoredRelease | undefined> {
  const row = await tx.tables<OutboundTables>().selectFrom('outbound_release').selectAll().where('id', '=', id).executeTakeFirst()
  return row && releaseFrom(row)
}

export async function listReleases(tx: Tx, part: Part = {}): Promise<readonly StoredRelease[]> {
  let query = tx.tables<OutboundTables>().selectFrom('outbound_release').selectAll().orderBy('id')
  if (part.limit !== undefined) query = query.limit(part.limit)
  if (part.after !== undefined) query = query.where('id', '>', part.after)
  return (await query.execute()).map(releaseFrom)
}

export function deleteRelease(tx: Tx, id: string): Promise<boolean> {
  return deleted(tx, 'outbound_release', id)
}

function releaseFrom(row: Selectable<OutboundTables['outbound_release']>): StoredRelease {
  const { id, tenant_id: tenantId, extension_id: extensionId, target } = row
  return {
    ...{ id, tenantId, extensionId, target, formReference: row.form_reference, formDate: row.form_date, releasedBy: row.released_by },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
  }
}
