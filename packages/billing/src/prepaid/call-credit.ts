import type { Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { Reservations } from './reservations.ts'
import type { RunningPrice } from './running-price.ts'
import { balanceOf, findAccount, move } from './store.ts'

/** A call that may go on for as long as its credit lasts. */
export interface CreditedCall {
  answered(): void
  /** Over: what it has cost is booked. */
  end(): void
}

/**
 * What the exchange asks before a call that costs something. It is never asked for 110 and 112 (EMG-01): who wires it does so behind the place where
 * emergency calls are decided. `not-prepaid`: the call is none of ours; `no-credit`: it is refused.
 */
export interface CallCredit {
  begin(
    call: { readonly tenantId: string; readonly id: string; readonly price: RunningPrice },
    ended: () => void,
  ): CreditedCall | 'not-prepaid' | 'no-credit'
}

export interface CallCreditParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly reservations: Reservations
  readonly logger: Logger
}

const BOOKED_BY = 'exchange'

/** Reservations in memory over the book in the database: what a call has cost is booked at its end, one after the other for each customer. */
export class BookedCredit implements CallCredit {
  readonly #parts: CallCreditParts
  readonly #last = new Map<string, Promise<void>>()

  constructor(parts: CallCreditParts) {
    this.#parts = parts
  }

  begin(
    call: { readonly tenantId: string; readonly id: string; readonly price: RunningPrice },
    ended: () => void,
  ): CreditedCall | 'not-prepaid' | 'no-credit' {
    const { reservations } = this.#parts
    const { tenantId, id, price } = call
    if (!reservations.isPrepaid(tenantId)) return 'not-prepaid'
    const held = reservations.begin(tenantId, price, ended)
    if (held === undefined) return 'no-credit'
    return {
      answered: () => held.answered(),
      end: () => {
        const cost = held.end()
        if (cost > 0n) void this.#inTurn(tenantId, () => this.#book(tenantId, id, cost))
      },
    }
  }

  /** The balance of a customer has changed, or begins to be asked for. */
  look(tenantId: string): Promise<void> {
    return this.#inTurn(tenantId, async () => {
      const balance = await this.#parts.database.withOperator(async (tx) => {
        const account = await findAccount(tx, tenantId)
        return account === undefined || account.endedOn !== null ? undefined : balanceOf(tx, tenantId)
      })
      this.#parts.reservations.setBalance(tenantId, balance)
    })
  }

  /** Settles when all that was begun is done. */
  async close(): Promise<void> {
    await Promise.all(this.#last.values())
  }

  async #book(tenantId: string, id: string, cost: Micros): Promise<void> {
    const balance = await this.#parts.database.withOperator(async (tx) => {
      await findAccount(tx, tenantId, 'for update')
      await move(tx, { tenantId, kind: 'call', amountMicros: cost, source: `call:${id}`, by: BOOKED_BY })
      return balanceOf(tx, tenantId)
    })
    this.#parts.reservations.booked(tenantId, cost, balance)
  }

  /** One at a time for each customer, so that no older balance comes after a newer one. What fails stays held, and is told. */
  #inTurn(tenantId: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(tenantId) ?? Promise.resolve()
    const now = before
      .then(work)
      .catch((error: unknown) => this.#parts.logger.error('prepaid credit could not be booked', { tenant: tenantId, error: String(error) }))
    this.#last.set(tenantId, now)
    void now.then(() => {
      if (this.#last.get(tenantId) === now) this.#last.delete(tenantId)
    })
    return now
  }
}
