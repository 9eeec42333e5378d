import type { ColumnType, Generated } from 'kysely'
import type { EntryNumber, NameCallers } from './rules.ts'

export interface PhoneBookTables {
  readonly phone_book: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly name: string
    readonly created_at: Generated<Date>
    /** Deleted, and not gone yet. */
    readonly discarded_at: Generated<Date | null>
  }
  readonly phone_book_entry: {
    readonly id: string
    readonly tenant_id: string
    readonly book_id: string
    readonly name: string
    readonly company: string
    readonly email: string
    readonly notes: string
    readonly favourite: boolean
    readonly numbers: ColumnType<readonly EntryNumber[], string, string>
    readonly sorted: string
    readonly search: string
    readonly sameness: string
    readonly updated_at: Generated<Date>
  }
  readonly phone_book_number: {
    readonly tenant_id: string
    readonly book_id: string
    readonly entry_id: string
    readonly extension_id: string | null
    readonly number: string
    readonly label: string
  }
  readonly phone_book_settings: {
    readonly tenant_id: string
    readonly name_callers: NameCallers
  }
}
