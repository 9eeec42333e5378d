import type { Transaction } from 'kysely'

/** For whom a transaction works: the database lets it see that tenant's rows, or all of them. */
export type Principal = { readonly kind: 'tenant'; readonly tenantId: string } | { readonly kind: 'operator' }

/**
 * A running transaction. Each store reads it through its own tables (`tx.tables<ExtensionTables>()`), so that
 * a slice is typed by what it owns, and several slices can take part in one transaction.
 */
export class Tx {
  readonly principal: Principal
  readonly #transaction: Transaction<unknown>

  constructor(principal: Principal, transaction: Transaction<unknown>) {
    this.principal = principal
    this.#transaction = transaction
  }

  tables<Tables>(): Transaction<Tables> {
    return this.#transaction as Transaction<Tables>
  }
}
