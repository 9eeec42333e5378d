import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Selectable } from 'kysely'
import type { Target } from './level-rules.ts'
import { assertRoom, deleted, type NamedOwner, type OutboundTables, type Part } from './tables.ts'

export interface StoredRelease extends NamedOwner {
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
  release: Omit<StoredRelease, 'id' | 'extensionNumber' | 'siteName' | 'validFrom' | 'validUntil'> & {
    readonly validFrom: string
    readonly validUntil: string | null
  },
): Promise<StoredRelease> {
  await assertRoom(tx, 'outbound_release', release.tenantId)
  const row = {
    ...{ id: randomUUIDv7(), tenant_id: release.tenantId, target: release.target },
    ...{ extension_id: release.extensionId, site_id: release.siteId },
    ...{ form_reference: release.formReference, form_date: release.formDate, released_by: release.releasedBy },
    ...{ valid_from: release.validFrom, valid_until: release.validUntil },
  }
  await tx.tables<OutboundTables>().insertInto('outbound_release').values(row).execute()
  return fromRow(await all(tx).where('own.id', '=', row.id).executeTakeFirstOrThrow())
}

export async function findRelease(tx: Tx, id: string): Promise<StoredRelease | undefined> {
  const row = await all(tx).where('own.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By id; all, or `limit` at most after the id `after`. */
export async function listReleases(tx: Tx, { limit, after }: Part = {}): Promise<readonly StoredRelease[]> {
  let query = all(tx).orderBy('own.id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('own.id', '>', after)
  return (await query.execute()).map(fromRow)
}

function all(tx: Tx) {
  return tx
    .tables<OutboundTables>()
    .selectFrom('outbound_release as own')
    .leftJoin('extension', 'extension.id', 'own.extension_id')
    .leftJoin('site', 'site.id', 'own.site_id')
    .selectAll('own')
    .select(['extension.number', 'site.name as site_name'])
}

export function deleteRelease(tx: Tx, id: string): Promise<boolean> {
  return deleted(tx, 'outbound_release', id)
}

function fromRow(
  row: Selectable<OutboundTables['outbound_release']> & { readonly number: string | null; readonly site_name: string | null },
): StoredRelease {
  const { id, tenant_id: tenantId, extension_id: extensionId, number: extensionNumber, target } = row
  return {
    ...{ id, tenantId, extensionId, extensionNumber, siteId: row.site_id, siteName: row.site_name },
    ...{ target, formReference: row.form_reference, formDate: row.form_date },
    ...{ releasedBy: row.released_by, validFrom: row.valid_from, validUntil: row.valid_until },
  }
}
