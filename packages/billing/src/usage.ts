/** What was used, as the exchange tells it: a leg of a call that leaves, with everything that a tariff may ask. */
export interface Usage {
  /** Of the leg, once and for ever: what is told twice is rated once. */
  readonly id: string
  /** Of the call that the leg belongs to. */
  readonly callId: string
  readonly tenantId: string
  /** What the call left by, as far as it is known. */
  readonly siteId?: string
  readonly extensionId?: string
  readonly trunkId?: string
  /** E.164 with plus: the number that pays (CLI-02), not the one that is shown. */
  readonly billedNumber: string
  /** E.164 with plus; short codes and service numbers with +49 before them. */
  readonly called: string
  /** `own`: somebody dialled; `forwarded` and `call-back`: legs that are rated as calls of the customer (BIL-05). */
  readonly origin: 'own' | 'forwarded' | 'call-back'
  /** `on-net`: another number of this exchange; `enum`: found in the DNS and rated as on-net (TRK-14). */
  readonly way: 'carrier' | 'on-net' | 'enum'
  readonly medium: 'voice' | 'fax' | 'data'
  /** Milliseconds since 1970; absent: no connection came about. */
  readonly answeredAtMs?: number
  /** Milliseconds since 1970. */
  readonly endedAtMs: number
}

/**
 * Where used things are read from, in the order in which they became known: what comes late comes late here, too.
 * Implemented by whoever keeps call records; wired in apps/server.
 */
export interface UsageSource {
  /** What became known after `cursor` (undefined: from the beginning), at most `limit`, and the cursor after it. */
  after(cursor: string | undefined, limit: number): Promise<{ readonly usage: readonly Usage[]; readonly cursor: string | undefined }>
}
