import { randomUUID } from 'node:crypto'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { Client, type ClientConfig } from 'pg'

/** A consumer of one NOTIFY channel. */
export interface Listening {
  /** Each notification while connected. */
  notified(payload: string): void
  /** Listening has begun, or begun again after a loss: whatever was notified in between is unknown. */
  connected(): void
  /** Settles when whatever was notified so far has been taken in. */
  current(): Promise<void>
}

export interface Subscription {
  close(): void
}

const RETRY_PAUSES_MS = [100, 500, 1_000, 2_000, 5_000]
/** A connection whose other end vanished without a word shows within this time. */
const PROBE_INTERVAL_MS = 15_000
const PROBE_TIMEOUT_MS = 5_000

/** One connection that listens for all subscriptions and is made again when it breaks. Opened at the first subscription. */
export class NotificationListener {
  readonly #connection: ClientConfig
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #subscriptions = new Map<string, Set<Listening>>()
  /** Of this listener alone. */
  readonly #ownChannel = `klinke_caught_up_${randomUUID()}`
  /** Who waits for which of its own notifications. */
  readonly #awaited = new Map<string, () => void>()
  #sent = 0
  /** The end of the statement under way: a connection takes one at a time. */
  #turn: Promise<unknown> = Promise.resolve()
  #client: Client | undefined
  #connected = false
  #failures = 0
  #timer: Timer | undefined
  #closed = false

  constructor(connection: ClientConfig, clock: Clock, logger: Logger) {
    this.#connection = connection
    this.#clock = clock
    this.#logger = logger
  }

  subscribe(channel: string, listening: Listening): Subscription {
    const known = this.#subscriptions.get(channel)
    if (known) known.add(listening)
    else this.#subscriptions.set(channel, new Set([listening]))
    if (this.#connected && this.#client) void this.#listen(this.#client, channel, [listening])
    else if (!this.#client && !this.#timer) void this.#connect()
    return { close: () => void this.#subscriptions.get(channel)?.delete(listening) }
  }

  /**
   * Settles when all that was committed until now has been notified here and taken in; at once when nobody listens. A notification
   * of its own tells: PostgreSQL delivers them in the order of the commits.
   */
  async caughtUp(): Promise<void> {
    if (this.#subscriptions.size === 0) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const payload = String(++this.#sent)
    this.#awaited.set(payload, resolve)
    if (this.#connected && this.#client) await this.#notifySelf(this.#client, payload)
    await promise
    await Promise.all([...this.#subscriptions.values()].flatMap((listenings) => [...listenings].map((listening) => listening.current())))
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#release([...this.#awaited.keys()])
    this.#timer?.cancel()
    // A connection that is broken is closed too.
    await this.#client?.end().catch(() => undefined)
  }

  async #connect(): Promise<void> {
    const client = new Client({
      ...this.#connection,
      application_name: 'klinke listener',
      keepAlive: true,
      query_timeout: PROBE_TIMEOUT_MS,
    })
    this.#client = client
    // The error is followed by "end" or by the rejection of connect.
    client.on('error', () => undefined)
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === this.#ownChannel) this.#release([payload])
      for (const listening of this.#subscriptions.get(channel) ?? []) listening.notified(payload)
    })
    client.once('end', () => this.#lost(client))
    try {
      await client.connect()
      await this.#query(client, `LISTEN ${client.escapeIdentifier(this.#ownChannel)}`)
      const missed = [...this.#awaited.keys()]
      this.#connected = true
      for (const [channel, listenings] of this.#subscriptions) await this.#listen(client, channel, [...listenings])
      // All is loaded again, whatever was missed.
      this.#release(missed)
      this.#failures = 0
      this.#probeLater(client)
    } catch (error) {
      // It may not even have been opened: `#lost` below makes the next one.
      this.#logger.debug('listening for changes failed', { error: error as Error })
      await client.end().catch(() => undefined)
      this.#lost(client)
    }
  }

  async #listen(client: Client, channel: string, listenings: readonly Listening[]): Promise<void> {
    try {
      await this.#query(client, `LISTEN ${client.escapeIdentifier(channel)}`)
      for (const listening of listenings) listening.connected()
    } catch {
      // The connection is broken, and its end leads to a new one that listens for all.
      await client.end().catch(() => undefined)
    }
  }

  /** One after the other. */
  #query(client: Client, text: string, values: readonly string[] = []): Promise<unknown> {
    const answer = this.#turn.then(() => client.query(text, [...values]))
    // Who asked hears of a failure; who comes next has his turn all the same.
    this.#turn = answer.catch(() => undefined)
    return answer
  }

  async #notifySelf(client: Client, payload: string): Promise<void> {
    try {
      await this.#query(client, 'SELECT pg_notify($1, $2)', [this.#ownChannel, payload])
    } catch {
      // The connection is broken; the next one releases who waits.
      await client.end().catch(() => undefined)
    }
  }

  /** Lets go who waits for these of its own notifications. */
  #release(payloads: readonly string[]): void {
    for (const payload of payloads) {
      this.#awaited.get(payload)?.()
      this.#awaited.delete(payload)
    }
  }

  #probeLater(client: Client): void {
    this.#timer = this.#clock.after(PROBE_INTERVAL_MS, () => {
      this.#query(client, 'SELECT 1').then(
        () => {
          if (client === this.#client && !this.#closed) this.#probeLater(client)
        },
        // No answer to the probe: the end of this connection leads to the next one.
        () => void client.end().catch(() => undefined),
      )
    })
  }

  #lost(client: Client): void {
    if (client !== this.#client || this.#closed) return
    this.#client = undefined
    this.#connected = false
    this.#timer?.cancel()
    const pauseMs = RETRY_PAUSES_MS[Math.min(this.#failures++, RETRY_PAUSES_MS.length - 1)] ?? 0
    if (this.#failures === 1) this.#logger.warn('the database is away; changes are followed again when it is back')
    this.#timer = this.#clock.after(pauseMs, () => {
      this.#timer = undefined
      void this.#connect()
    })
  }
}
