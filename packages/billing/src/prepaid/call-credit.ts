import type { Clock, Logger, Timer } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { bankDay } from '../payments/day.ts'
import type { Reservation, ReservationNews, Reservations } from './reservations.ts'
import type { RunningPrice } from './running-price.ts'
import { isRated } from './settle-rated.ts'
import { balanceOf, findAccount, move, prepaidTenants } from './store.ts'
import type { RunningUse } from './tariff-price.ts'
import type { VatOfCalls } from './vat-of-calls.ts'

/** A call outside that is to be paid for while it runs: the port `CallCredit` of packages/trunks asks so. */
export interface CreditedUse extends RunningUse {
  readonly warnSeconds: number
}

/** A call that may go on for as long as its credit lasts. */
export interface RunningCredit {
  answered(recordId: string): void
  end(): void
}

export interface CallCreditParts {
  readonly database: Pick<Database, 'withOperator' | 'listen'>
  readonly reservations: Reservations
  /** What a call costs that is answered at a time, with VAT; undefined: the customer's tariff does not say. */
  readonly priceOf: (use: RunningUse, answeredAtMs: number, vatPermille: number) => RunningPrice | undefined
  readonly vat: VatOfCalls
  readonly clock: Clock
  readonly logger: Logger
}

interface Booking {
  readonly id: string
  readonly cost: Micros
}

const BOOKED_BY = 'exchange'
const AGAIN_MS = 5_000
/** So long after its last day, at the most, calls of an account are still held; rating and invoices know the day. */
const ENDING_MS = 600_000

/**
 * Reservations in memory over the book in the database: what a call has cost is booked at its end, one after the other for each customer. While the database
 * is away it stays held, and is booked once that is back; what a crash cuts off is booked when the call is rated (`settle-rated.ts`), by the same source.
 */
export class BookedCredit {
  readonly #parts: CallCreditParts
  readonly #last = new Map<string, Promise<void>>()
  readonly #waiting = new Map<string, Booking[]>()
  readonly #vatPermille = new Map<string, number>()
  /** Whose balance could not be read. */
  readonly #unread = new Set<string>()
  /** Not even who they are is known. */
  #isAllUnread = true
  /** Whose last day is known and not over. */
  readonly #ending = new Set<string>()
  #endings: Timer | undefined
  #again: Timer | undefined
  #closed = false

  constructor(parts: CallCreditParts) {
    this.#parts = parts
  }

  isPrepaid(tenantId: string): boolean {
    return this.#parts.reservations.isPrepaid(tenantId)
  }

  /** What calls that run hold now. */
  heldOf(tenantId: string): Micros {
    return this.#parts.reservations.heldOf(tenantId)
  }

  /** Undefined: the customer does not pay before calling. */
  begin(use: CreditedUse, news: ReservationNews): RunningCredit | 'no-credit' | 'no-price' | undefined {
    const { reservations, priceOf, clock } = this.#parts
    const { tenantId, warnSeconds } = use
    if (!reservations.isPrepaid(tenantId)) return undefined
    const vat = this.#vatPermille.get(tenantId) ?? 0
    const first = priceOf(use, clock.epochMs(), vat)
    if (first === undefined) return 'no-price'
    const held = reservations.begin({ tenantId, warnSeconds, priceAt: (atMs) => priceOf(use, atMs, vat) ?? first }, news)
    return held === undefined ? 'no-credit' : this.#running(tenantId, held)
  }

  #running(tenantId: string, held: Reservation): RunningCredit {
    let record: string | undefined
    return {
      answered: (recordId) => {
        record = recordId
        held.answered()
      },
      end: () => {
        const cost = held.end()
        if (cost > 0n && record !== undefined) this.#owe(tenantId, { id: record, cost })
      },
    }
  }

  /** Loads all balances, and follows their changes until it is closed. */
  async start(): Promise<void> {
    const first = Promise.withResolvers<void>()
    const subscription = this.#parts.database.listen('klinke_prepaid', {
      notified: (tenantId) => void this.look(tenantId),
      connected: () => void this.#lookAtAll().then(first.resolve, (error: unknown) => this.#notRead(error, first)),
      current: () => this.settled(),
    })
    this.#unlisten = () => subscription.close()
    try {
      await first.promise
    } catch (error) {
      await this.close()
      throw error
    }
  }

  #unlisten: () => void = () => undefined

  async #lookAtAll(): Promise<void> {
    this.#isAllUnread = true
    const tenants = await this.#parts.database.withOperator((tx) => prepaidTenants(tx))
    this.#isAllUnread = false
    await Promise.all(tenants.map((tenantId) => this.look(tenantId)))
    if (this.#unread.size > 0) throw new Error(`The credit of ${this.#unread.size} customers could not be read.`)
  }

  /** The balance of a customer has changed, or begins to be asked for. */
  look(tenantId: string): Promise<void> {
    this.#unread.add(tenantId)
    return this.#inTurn(tenantId, () => this.#read(tenantId))
  }

  async #read(tenantId: string): Promise<void> {
    const { database, vat, clock, reservations } = this.#parts
    const known = await database.withOperator(async (tx) => {
      const [account, today] = [await findAccount(tx, tenantId), bankDay(clock.epochMs()).toString()]
      if (account === undefined || (account.endedOn !== null && account.endedOn < today)) return undefined
      const isAhead = account.openedOn > today
      const balance = isAhead ? undefined : await balanceOf(tx, tenantId)
      return { balance, permille: await vat(tx, tenantId, today), turns: isAhead || account.endedOn !== null }
    })
    this.#unread.delete(tenantId)
    if (known !== undefined) this.#vatPermille.set(tenantId, known.permille)
    reservations.setBalance(tenantId, known?.balance)
    if (known?.turns === true) this.#ending.add(tenantId)
    else this.#ending.delete(tenantId)
    if (this.#ending.size > 0 && !this.#closed) this.#endings ??= clock.after(ENDING_MS, () => this.#lookAtEnding())
  }

  #lookAtEnding(): void {
    this.#endings = undefined
    for (const tenantId of this.#ending) void this.look(tenantId)
  }

  /** Before it has begun whoever starts is told; later it is tried again. */
  #notRead(error: unknown, first?: PromiseWithResolvers<void>): void {
    first?.reject(error)
    this.#retry()
  }

  /** Settles when all that was begun is done. What cannot be booked by then is booked when the call is rated. */
  async close(): Promise<void> {
    this.#closed = true
    this.#unlisten()
    this.#again?.cancel()
    this.#endings?.cancel()
    await this.settled()
  }

  /** Settles when all that was begun by now is done, or has failed and waits. */
  async settled(): Promise<void> {
    await Promise.all(this.#last.values())
  }

  #owe(tenantId: string, booking: Booking): void {
    const waiting = this.#waiting.get(tenantId)
    if (waiting === undefined) this.#waiting.set(tenantId, [booking])
    else waiting.push(booking)
    void this.#inTurn(tenantId, () => this.#bookAll(tenantId))
  }

  async #bookAll(tenantId: string): Promise<void> {
    for (let [next] = this.#waiting.get(tenantId) ?? []; next !== undefined; [next] = this.#waiting.get(tenantId) ?? []) {
      await this.#book(tenantId, next)
      this.#waiting.get(tenantId)?.shift()
    }
    this.#waiting.delete(tenantId)
  }

  async #book(tenantId: string, { id, cost }: Booking): Promise<void> {
    const balance = await this.#parts.database.withOperator(async (tx) => {
      await findAccount(tx, tenantId, 'for update')
      // Whoever has rated it meanwhile has taken its price.
      if (!(await isRated(tx, id))) await move(tx, { tenantId, kind: 'call', amountMicros: cost, source: `call:${id}`, by: BOOKED_BY })
      return balanceOf(tx, tenantId)
    })
    this.#parts.reservations.booked(tenantId, cost, balance)
  }

  /** One at a time for each customer, so that no older balance comes after a newer one. What fails is told, and tried again. */
  #inTurn(tenantId: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(tenantId) ?? Promise.resolve()
    const now = before.then(work).catch((error: unknown) => this.#failed(tenantId, error))
    this.#last.set(tenantId, now)
    void now.then(() => {
      if (this.#last.get(tenantId) === now) this.#last.delete(tenantId)
    })
    return now
  }

  #failed(tenantId: string, error: unknown): void {
    this.#parts.logger.error('prepaid credit could not be booked or read; it is tried again', { tenant: tenantId, error: String(error) })
    this.#retry()
  }

  #retry(): void {
    if (this.#closed || this.#again !== undefined) return
    this.#again = this.#parts.clock.after(AGAIN_MS, () => {
      this.#again = undefined
      for (const waits of this.#waiting.keys()) void this.#inTurn(waits, () => this.#bookAll(waits))
      if (this.#isAllUnread) void this.#lookAtAll().catch((error: unknown) => this.#notRead(error))
      else for (const unread of this.#unread) void this.look(unread)
    })
  }
}
