import type { GuardLimits } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import type { CountryState } from './guard-rules.ts'
import type { LockCause, LockService } from './lock.ts'

export interface ScheduleRef {
  readonly kind: 'schedule'
  readonly targetId: string
}

interface Tables {
  readonly guard_settings: {
    readonly tenant_id: string
    readonly limits: ColumnType<GuardLimits, string, string>
    readonly hold_new_countries: boolean
    readonly business_hours: ColumnType<ScheduleRef | null, string | null, string | null>
    readonly extension_agents: string[]
    readonly trunk_agents: string[]
    readonly mail_to: string | null
  }
  readonly guard_country: {
    readonly tenant_id: string
    readonly country: string
    readonly state: CountryState
    readonly number: string | null
    readonly extension_id: string | null
    readonly asked_at: Generated<Date>
    readonly decided_by: string | null
    readonly decided_at: Date | null
  }
  readonly guard_lock: {
    readonly id: string
    readonly tenant_id: string
    readonly cause: LockCause
    readonly services: LockService
    readonly reason: string
    readonly announced_at: Date
    readonly outgoing_from: Date
    readonly full_from: Date | null
    readonly lifted_at: Date | null
    readonly locked_by: string
    readonly lifted_by: string | null
  }
  readonly guard_lift: { readonly tenant_id: string; readonly date: string; readonly lifted_by: string }
  readonly guard_event: {
    readonly id: string
    readonly tenant_id: string
    readonly at: Generated<Date>
    readonly kind: string
    readonly once_key: string
    readonly german: string
    readonly english: string
  }
  /** Of the PBX: which schedules there are. */
  readonly call_target: { readonly tenant_id: string; readonly kind: string; readonly id: string }
  /** Of sign-in: who is told. */
  readonly login: {
    readonly tenant_id: string | null
    readonly kind: string
    readonly email: string
    readonly language: 'de' | 'en'
    readonly rights: object | null
    readonly disabled_at: Date | null
  }
}

export function guardTables(tx: Tx) {
  return tx.tables<Tables>()
}
