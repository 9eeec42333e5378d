import type { Tx } from '@klinke/platform'
import type { FeatureCodes } from './code-index.ts'

interface FeatureCodeTables {
  readonly feature_code: { readonly tenant_id: string; readonly feature: string; readonly codes: readonly string[] }
}

/** By tenant id. */
export async function loadFeatureCodes(tx: Tx): Promise<ReadonlyMap<string, FeatureCodes>> {
  const rows = await tx.tables<FeatureCodeTables>().selectFrom('feature_code').selectAll().execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.map(({ feature, codes }) => [feature, codes]))]))
}

/** One tenant's, in a transaction of that tenant. */
export async function listFeatureCodes(tx: Tx, tenantId: string): Promise<FeatureCodes> {
  return (await loadFeatureCodes(tx)).get(tenantId) ?? new Map()
}

/** `null`: the product's codes apply again. */
export async function saveFeatureCodes(tx: Tx, tenantId: string, feature: string, codes: readonly string[] | null): Promise<void> {
  const tables = tx.tables<FeatureCodeTables>()
  await tables.deleteFrom('feature_code').where('tenant_id', '=', tenantId).where('feature', '=', feature).execute()
  if (codes !== null) await tables.insertInto('feature_code').values({ tenant_id: tenantId, feature, codes }).execute()
}
