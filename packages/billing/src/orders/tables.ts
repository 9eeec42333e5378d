import type { Language } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import type { MailKind } from './mail-kinds.ts'
import type { OrderKind, OrderState, OrderStep, TaskStep } from './order.ts'

type Json = ColumnType<unknown, string, string>

export interface OrderTables {
  readonly product_order: {
    readonly id: string
    readonly number: string
    readonly kind: OrderKind
    readonly state: OrderState
    readonly tenant_id: string | null
    readonly profile: string
    readonly version_id: string
    readonly form: Json
    readonly contract_id: string | null
    readonly handed_over_at: Generated<Date | null>
    readonly provisioning: Generated<boolean>
    readonly created_by: string
    readonly created_at: Date
  }
  readonly product_order_step: {
    readonly order_id: string
    readonly position: number
    readonly step: OrderStep | TaskStep | 'order'
    readonly state: OrderState
    readonly by: string
    readonly at: Date
    readonly reason: string
    readonly task: Generated<number | null>
    readonly tenant_id: string | null
  }
  readonly product_order_task: {
    readonly order_id: string
    readonly position: number
    readonly task: Json
    /** Read as text. */
    readonly due: ColumnType<never, string | null, string>
    readonly done_at: Generated<Date | null>
    readonly result: Generated<string>
    readonly trouble: ColumnType<unknown, string | null, string | null>
    readonly amendment: ColumnType<unknown, string | null | undefined, string | null>
    readonly skipped_at: Generated<Date | null>
    readonly skip_reason: Generated<string>
    readonly tenant_id: string | null
  }
  readonly product_order_mail: {
    readonly id: string
    readonly order_id: string
    readonly kind: MailKind
    readonly created_at: Date
    readonly sent_at: Generated<Date | null>
    readonly sent_to: Generated<string>
    readonly address: Generated<string | null>
    readonly language: Generated<Language | null>
    readonly attempts: Generated<number>
    readonly next_at: Generated<Date>
    readonly failed_at: Generated<Date | null>
    readonly last_error: Generated<string>
  }
}
