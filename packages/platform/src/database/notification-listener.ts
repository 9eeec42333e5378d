import type { Clock, Logger, Timer } from '@klinke/foundation'
import { Client, type ClientConfig } from 'pg'

/** A consumer of one NOTIFY channel. */
export interface Listening {
  /** Each notification while connected. */
  notified(payload: string): void
  /** Listening has begun, or begun again after a loss: whatever was notified in between is unknown. */
  connected(): void
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

  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
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
    client.on('notification', ({ channel, payload }) => {
      for (const listening of this.#subscriptions.get(channel) ?? []) listening.notified(payload ?? '')
    })
    client.once('end', () => this.#lost(client))
    try {
      await client.connect()
      this.#connected = true
      for (const [channel, listenings] of this.#subscriptions) await this.#listen(client, channel, [...listenings])
      this.#failures = 0
      this.#probeLater(client)
    } catch (error) {
      this.#logger.debug('listening for changes failed', { error: error as Error })
      await client.end().catch(() => undefined)
      this.#lost(client)
    }
  }

  async #listen(client: Client, channel: string, listenings: readonly Listening[]): Promise<void> {
    try {
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
      for (const listening of listenings) listening.connected()
    } catch {
      // The connection is broken, and its end leads to a new one that listens for all.
      await client.end().catch(() => undefined)
    }
  }

  #probeLater(client: Client): void {
    this.#timer = this.#clock.after(PROBE_INTERVAL_MS, () => {
      client.query('SELECT 1').then(
        () => {
          if (client === this.#client && !this.#closed) this.#probeLater(client)
        },
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
