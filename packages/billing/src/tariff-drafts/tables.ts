import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated, Transaction } from 'kysely'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'

export interface DraftTables {
  readonly tariff_draft: {
    readonly id: string
    readonly tariff_id: string | null
    readonly profile: string | null
    readonly based_on: string | null
    readonly document: ColumnType<TariffDocument, string, string>
    readonly revision: Generated<number>
    readonly created_by: string
    readonly changed_by: string
    readonly changed_at: Date
  }
}

export function draftTables(tx: Tx): Transaction<DraftTables> {
  return tx.tables<DraftTables>()
}
