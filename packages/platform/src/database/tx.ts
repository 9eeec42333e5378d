import type { Transaction } from 'kysely'
import type { Rights } from '../http/rights.ts'

/** On whose behalf a request works. Absent `rights`: all areas. */
export type Principal =
  | { readonly kind: 'operator'; readonly rights?: Rights }
  | {
      readonly kind: 'reseller'
      readonly resellerId: string
      /** The customer that the request names, when it names one: proven to be the reseller's. */
      readonly tenantId?: string
      /** All customers, for a request that names something by its id and no customer. */
      readonly customers?: ReadonlySet<string>
      readonly rights?: Rights
    }
  | { readonly kind: 'tenant'; readonly tenantId: string; readonly rights?: Rights }
  | { readonly kind: 'user'; readonly tenantId: string; readonly extensionId: string }

/** What a transaction sees: the database lets it see one tenant's rows, those of a reseller's tenants, or all of them. */
export type TxScope =
  | { readonly kind: 'tenant'; readonly tenantId: string }
  | { readonly kind: 'reseller'; readonly resellerId: string }
  | { readonly kind: 'operator' }

/**
 * A running transaction. Each store reads it through its own tables (`tx.tables<ExtensionTables>()`), so that
 * a slice is typed by what it owns, and several slices can take part in one transaction.
 */
export class Tx {
  readonly scope: TxScope
  readonly #transaction: Transaction<unknown>

  constructor(scope: TxScope, transaction: Transaction<unknown>) {
    this.scope = scope
    this.#transaction = transaction
  }

  tables<Tables>(): Transaction<Tables> {
    return this.#transaction as Transaction<Tables>
  }
}
