import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** An extension had a package for so long: a licence that was provided. */
export interface PackagePeriod {
  readonly extensionId: string
  readonly userPackage: string
  /** Where the extension stood; undefined: at the main site. */
  readonly siteId: string | undefined
  /** Milliseconds since 1970. */
  readonly fromMs: number
  /** It has it no more from then on; undefined: it has it still. */
  readonly untilMs: number | undefined
}

interface PeriodRow {
  readonly extension_id: string
  readonly user_package: string
  readonly site_id: string | null
  readonly from_at: Date
  readonly until_at: Date | null
}

/** Who had which package in a time, the oldest first; milliseconds since 1970, `untilMs` is not of it any more. */
export async function packagePeriods(
  tx: Tx,
  tenantId: string,
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): Promise<readonly PackagePeriod[]> {
  const { rows } = await sql<PeriodRow>`SELECT extension_id, user_package, site_id, from_at, until_at FROM user_package_period
    WHERE tenant_id = ${tenantId} AND from_at < ${new Date(untilMs)} AND (until_at IS NULL OR until_at > ${new Date(fromMs)})
    ORDER BY from_at, extension_id`.execute(tx.tables())
  return rows.map((row) => ({
    ...{ extensionId: row.extension_id, userPackage: row.user_package, siteId: row.site_id ?? undefined },
    ...{ fromMs: row.from_at.getTime(), untilMs: row.until_at?.getTime() },
  }))
}

/** What an extension has from an instant on; `userPackage` null: none, or it has gone. The table of extensions notes it by itself; this is for whoever has none. */
export async function notePackage(
  tx: Tx,
  noted: {
    readonly tenantId: string
    readonly extensionId: string
    readonly userPackage: string | null
    readonly siteId?: string | null
    readonly at: Date
  },
): Promise<void> {
  const { tenantId, extensionId, userPackage, siteId = null, at } = noted
  await sql`SELECT note_user_package(${tenantId}::uuid, ${extensionId}::uuid, ${userPackage}::text, ${siteId}::uuid, ${at}::timestamptz)`.execute(
    tx.tables(),
  )
}
