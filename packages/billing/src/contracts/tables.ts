import type { ColumnType, Generated } from 'kysely'

/** `date` columns are read as text (`::text`): the driver's own reading makes an instant of a day. */
export interface ContractTables {
  readonly contract: {
    readonly id: string
    readonly tenant_id: string
    readonly profile: string
    readonly begins_on: ColumnType<never, string, never>
    readonly ends_on: ColumnType<never, never, string | null>
    readonly billed_through: ColumnType<never, never, never>
    readonly settings_applied_at: Generated<Date | null>
    readonly created_at: Date
  }
  readonly contract_event: {
    readonly id: string
    readonly tenant_id: string
    readonly contract_id: string
    readonly position: number
    readonly kind: string
    readonly deed: ColumnType<unknown, string, never>
    readonly recorded_at: Date
    readonly recorded_by: string
  }
}
