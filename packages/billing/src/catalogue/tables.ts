import type { ColumnType, Generated } from 'kysely'

/** `date` columns are read as text (`::text`): the driver's own reading makes an instant of a day. */
export interface CatalogueTables {
  readonly product_profile_version: {
    readonly id: string
    readonly profile: string
    readonly number: number
    readonly valid_from: ColumnType<never, string, never>
    readonly source: string
    readonly document: ColumnType<Readonly<Record<string, unknown>>, string, never>
    readonly created_by: string
    readonly created_at: Date
  }
  readonly price_change: {
    readonly id: string
    readonly profile: string
    readonly version_id: string
    readonly rule: string
    readonly wanted_from: ColumnType<never, string, never>
    readonly created_by: string
    readonly created_at: Date
    readonly withdrawn_at: Generated<Date | null>
  }
  readonly withdrawn_profile_version: { readonly version_id: string; readonly withdrawn_by: string; readonly withdrawn_at: Date }
  readonly price_change_notice: {
    readonly id: string
    readonly change_id: string
    readonly tenant_id: string
    readonly contract_id: string
    readonly told_at: Generated<Date | null>
    readonly told_to: Generated<string[] | null>
    readonly holds_from: ColumnType<never, never, string>
    readonly problem: Generated<'nobody-to-tell' | 'not-needed' | null>
    readonly withdrawal_told_at: Generated<Date | null>
  }
}
