import type { NumberFormat } from '@klinke/numbering'
import type { Text } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import type { CustomerTrunk, TrunkAccess } from './customer-trunk.ts'
import type { TrunkChange } from './rules.ts'
import type { TrunkState } from './trunk-state.ts'

export interface TrunkTables {
  readonly customer_trunk: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly product: CustomerTrunk['product']
    readonly channels: number
    readonly access: TrunkAccess['kind']
    readonly number_format: NumberFormat
    readonly signalling: CustomerTrunk['signalling']
    readonly transport: CustomerTrunk['transport']
    readonly srtp: CustomerTrunk['srtp']
    readonly head_number: string | null
    readonly site_id: string | null
    readonly is_active: Generated<boolean>
    readonly created_at: Generated<Date>
    readonly updated_at: Generated<Date>
  }
  readonly customer_trunk_login: {
    readonly id: string
    readonly tenant_id: string
    readonly trunk_id: string
    readonly username: string
    readonly ha1_md5: string
    readonly ha1_sha256: string
    readonly block: string | null
    readonly created_at: Generated<Date>
  }
  readonly customer_trunk_place: {
    readonly id: string
    readonly tenant_id: string
    readonly trunk_id: string
    /** 1 is the primary one. */
    readonly position: number
    readonly host: string
    readonly port: number | null
  }
  readonly customer_trunk_change: {
    readonly id: string
    readonly tenant_id: string
    readonly trunk_id: string
    readonly kind: TrunkChange['kind']
    readonly effects: ColumnType<readonly Text[], string, never>
    readonly before: ColumnType<TrunkState, string, never>
    readonly after: ColumnType<TrunkState, string, never>
    readonly made_by: string
    readonly made_at: Generated<Date>
    readonly undone_by: Generated<string | null>
    readonly undone_at: Generated<Date | null>
  }
  /** Of accounts: whose realm it is. */
  readonly tenant: { readonly id: string; readonly sip_domain: string }
}
