import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated, Transaction } from 'kysely'
import type { TariffDocument } from './tariff-file.ts'

export interface RatingTables {
  readonly tariff: { readonly id: string; readonly name: string; readonly created_at: Generated<Date> }
  readonly tariff_version: {
    readonly id: string
    readonly tariff_id: string
    /** PostgreSQL gives dates as midnight of the process's time zone; queries ask for text. */
    readonly valid_from: ColumnType<never, string, string>
    readonly valid_until: ColumnType<never, string | null, string | null>
    readonly currency: string
    readonly document: ColumnType<TariffDocument, string, never>
    readonly uploaded_by: string
    readonly uploaded_at: Generated<Date>
  }
  readonly customer_tariff: {
    readonly id: string
    readonly tenant_id: string
    readonly valid_from: ColumnType<never, string, string>
    readonly tariff_id: string
    readonly extensions: number
    readonly bundles: ColumnType<readonly StoredBundle[], string, string>
    readonly assigned_by: string
    readonly assigned_at: Generated<Date>
  }
}

/** A bundle of a customer as it is kept. */
export interface StoredBundle {
  readonly bundle: string
  readonly seats: number
  readonly isWithdrawn?: boolean | undefined
}

export function ratingTables(tx: Tx): Transaction<RatingTables> {
  return tx.tables<RatingTables>()
}
