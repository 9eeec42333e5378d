/** A call outside, as far as it says what it costs. */
export interface CreditedUse {
  readonly tenantId: string
  /** E.164 with plus, or a short code. */
  readonly called: string
  /** E.164: the number that pays (CLI-02); null: the customer has none. */
  readonly billed: string | null
  /** `forwarded` and `call-back`: legs that are rated as calls of the customer (BIL-05). */
  readonly origin: 'own' | 'forwarded' | 'call-back'
  /** Seconds before the end of the credit at which `nearEnd` is told; 0: never. */
  readonly warnSeconds: number
}

/** What is told while a call runs on credit. */
export interface CreditNews {
  /** So many seconds are left, as things stand. Told again where money has come meanwhile and comes to its end, too. */
  nearEnd(seconds: number): void
  /** Nothing is left: the call is to be ended at once. Told once. */
  usedUp(): void
}

/** A call that may go on for as long as its credit lasts. */
export interface RunningCredit {
  /** From now on it costs something; `recordId`: the record by which it is rated. */
  answered(recordId: string): void
  /** Over: what it has cost is booked, where it was answered. Harmless when repeated. */
  end(): void
}

/**
 * The credit of customers who pay before they call (BIL-09), implemented by billing. It is never asked for 110 and 112. `no-credit`: there is not enough to
 * begin a call; `no-price`: nothing says what it would cost; undefined: the customer does not pay before calling.
 */
export interface CallCredit {
  isPrepaid(tenantId: string): boolean
  begin(use: CreditedUse, news: CreditNews): RunningCredit | 'no-credit' | 'no-price' | undefined
}
